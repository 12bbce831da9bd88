// The name under which everything that changes one text and its rows takes turns.

/** Saving, converting and following of one text happen one after the other under this name. */
export const textTurn = (id: string) => `text:${id}`;
