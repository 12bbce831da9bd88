// The one or two letters that stand for a person.

/** First letters of the first and last word, in capitals of the name's own letters; a mark of absence for an empty name. */
export function initials(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[\s-]+/u)
    .map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0])
    .filter((letter) => letter !== undefined);
  const first = words[0];
  if (first === undefined) return "–";
  const last = words.length > 1 ? words.at(-1) : "";
  return `${first}${last ?? ""}`.toLocaleUpperCase();
}
