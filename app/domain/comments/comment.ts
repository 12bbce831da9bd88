// What a remark on a document is. Light enough for every screen; the orders are in comment-orders.ts.

/** Characters of a remark. */
export const commentLimit = 20_000;
