// Passages whose threads are still on their way to a page: enough of each to mark it there, and no word of it.

/** Letters are those of the text, blanks not counted. */
export interface BriefPassage {
  id: string;
  isResolved: boolean;
  kind: "letters";
  /** Letters before it, and its own. */
  at: number;
  length: number;
  /** Of its letters and those beside them. */
  check: number;
}

/** Letters beside a passage that are checked with it. */
const beside = 16;

/** The same number for the same letters; others have the same once in four thousand million times. */
export function checkOf(before: string, letters: string, after: string): number {
  let check = 0x811c9dc5;
  for (const part of [before.slice(-beside), letters, after.slice(0, beside)]) {
    for (let at = 0; at < part.length; at += 1) check = Math.imul(check ^ part.charCodeAt(at), 0x01000193);
    check = Math.imul(check ^ 0x10000, 0x01000193);
  }
  return check >>> 0;
}

/** Whether these letters of a text are the passage. */
export function isThere(text: string, { at, length, check }: BriefPassage): boolean {
  const end = at + length;
  return (
    checkOf(text.slice(Math.max(0, at - beside), at), text.slice(at, end), text.slice(end, end + beside)) ===
    check
  );
}

/** As one short text: a page's data would say the name of each part with each passage. */
export function writeBriefly(passages: readonly BriefPassage[]): string {
  return passages
    .map(({ id, isResolved, at, length, check }) =>
      [id, at, length, check.toString(36), isResolved ? 1 : 0].join(" "),
    )
    .join("\n");
}

/** What `writeBriefly` wrote. */
export function readBriefly(written: string): BriefPassage[] {
  return written.split("\n").flatMap((line) => {
    const [id = "", at, length, check = "", isResolved] = line.split(" ");
    if (id === "") return [];
    return [
      {
        ...({ id, kind: "letters", isResolved: isResolved === "1" } as const),
        ...{ at: Number(at), length: Number(length), check: parseInt(check, 36) },
      },
    ];
  });
}
