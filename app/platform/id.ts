// Names for rows that nobody can guess.

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Twenty letters and digits, 100 random bits; safe in addresses and read aloud (no i, l, o, u). */
export function newId(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(20))) id += letters[byte & 31];
  return id;
}

/** Whether a text has the shape of one of our ids. */
export function isId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{20}$/.test(text);
}
