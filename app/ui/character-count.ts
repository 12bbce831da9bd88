// When to speak of a text's length: not before it matters.

export type CharacterCount = { left: number } | { over: number };

/** From this share of the limit on, the count is shown. */
const nearLimit = 0.8;

/**
 * What to show beside a field that takes `limit` characters, or null while the end is far.
 * Counts as the server does: UTF-16 units, a line's end as one.
 */
export function characterCount(text: string, limit: number): CharacterCount | null {
  const length = text.replaceAll("\r\n", "\n").length;
  if (length > limit) return { over: length - limit };
  if (length < limit * nearLimit) return null;
  return { left: limit - length };
}
