// Which texts are written together: those that have anything in the log. The others are Markdown alone.
import { forget, once } from "~/platform/once";
import { liveDocumentsIfOpen } from "./live-documents.server";

/** The texts that have anything in the log, asked of it once; whoever begins one or erases one changes the set. */
export async function textsTogether(): Promise<Set<string>> {
  const live = liveDocumentsIfOpen();
  if (!live) return new Set();
  const asked = once("written-together", () =>
    live.states.heads().then((heads) => new Set(heads.map(({ document }) => document))),
  );
  return asked.catch((error: unknown) => {
    forget("written-together");
    throw error;
  });
}

/** Whether this text is one that is written together: then its Markdown only follows. */
export async function isWrittenTogether(id: string): Promise<boolean> {
  return (await textsTogether()).has(id);
}

/** Called when another log is opened. */
export function forgetTexts(): void {
  forget("written-together");
}
