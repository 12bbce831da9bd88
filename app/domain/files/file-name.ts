// Names of files as they are shown: what people called them, without what could deceive a reader, a page or a disk.

/** Characters of a name; a longer one is shortened in its middle, so that its ending stays. */
export const fileNameLimit = 120;

const longestEnding = 12;

/** Controls, marks that turn the direction of writing, what has no width, halves of characters, line ends. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/**
 * The name as it may be shown and saved: the last part of a path, in one line, without what is not seen or what a disk takes for something
 * else, at most so long. Never empty.
 */
export function safeName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const plain = last
    .replace(/[<>:"|?*]/gu, "-")
    .replace(unseen, "")
    .replace(/\s+/gu, " ")
    .replace(/^[ .]+|[ .]+$/gu, "");
  return shortened(plain) || "file";
}

/** The same name with the ending of what it is now. */
export function withEnding(name: string, ending: string, alike: readonly string[] = []): string {
  const [stem, has] = parts(name);
  const isSaid = [ending, ...alike].includes(has.slice(1).toLowerCase());
  return isSaid ? name : shortened(`${has.length > 1 && isPictureEnding(has) ? stem : name}.${ending}`);
}

/** The name, with a number where the others have it already; names that differ by capitals alone are the same. */
export function nameBeside(name: string, others: readonly string[]): string {
  const taken = new Set(others.map(folded));
  const [stem, ending] = parts(name);
  let beside = name;
  for (let number = 2; taken.has(folded(beside)); number += 1) {
    const added = ` (${number})`;
    beside = `${[...stem].slice(0, fileNameLimit - added.length - ending.length).join("")}${added}${ending}`;
  }
  return beside;
}

function shortened(name: string): string {
  if ([...name].length <= fileNameLimit) return name;
  const [stem, ending] = parts(name);
  return `${[...stem].slice(0, fileNameLimit - 1 - [...ending].length).join("")}…${ending}`;
}

/** What stands before the ending, and the ending with its point; "" where there is none. */
function parts(name: string): [stem: string, ending: string] {
  const at = name.lastIndexOf(".");
  const ending = name.slice(at);
  return at <= 0 || ending.length > longestEnding ? [name, ""] : [name.slice(0, at), ending];
}

function isPictureEnding(ending: string): boolean {
  return /^\.(jpe?g|jfif|png|apng|webp|gif|avif|tiff?)$/i.test(ending);
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
