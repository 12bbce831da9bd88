/** The name of the namespace in which texts are written together; apart from the orders, which no browser loads. */
export const textsNamespace = "/texts";
