// Stands in for the fetching of words in the page without a network: all its words are in it.

/** There is nothing to fetch; a word that is missing is a bug. */
export function deskNeeded(): Error {
  return new Error("the page without a network lacks a namespace of words");
}
