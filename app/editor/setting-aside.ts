// Words that the server will never take are set aside for their writer before anything else is thrown away.
import type * as Y from "yjs";
import type { DeviceCopy } from "./device-copy";
import type { OwnEdits } from "./own-edits";
import { refusedWords } from "./refused-words";
import type { AsideWords } from "./text-view";

/** Gives up all edits that are not acknowledged; the passages in which their words stand, as Markdown. Empty where they hold none. */
export function giveUpWords(own: OwnEdits, shared: Y.Doc): string {
  const edits = own.giveUp();
  return edits.length > 0 ? refusedWords(shared, edits) : "";
}

/** On the device: the words are kept for copying, and the copy of the text goes. Answers all that is set aside there. */
export async function setAsideOnDevice(
  copy: DeviceCopy | null,
  words: string,
): Promise<AsideWords[] | undefined> {
  if (words) await copy?.setAside(words);
  await copy?.discard();
  return copy?.readAside();
}
