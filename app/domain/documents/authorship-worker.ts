// The worker thread that finds out who wrote what. Bundled into `build/workers/authorship.js`.
import { parentPort } from "node:worker_threads";
import { openLogReader } from "~/platform/update-log-file.server";
import { readMarkdown } from "~/text/markdown-to-document";
import { authorsOfSaves, type Hand, type KnownWords, type SavedText } from "./authors-of-saves";
import {
  authoredByWords,
  authoredText,
  knownWordsOf,
  sharedOf,
  tracedLetters,
  type Authored,
  type TracedLetters,
} from "./authorship";
import { authoredSections, type AuthoredSection } from "./authorship-shares";

export interface AuthorshipJob {
  /** The log; null where nothing was ever written together. */
  file: string | null;
  document: string;
  /** The text as it stood at this moment, ms. */
  until?: number;
  /** Those of the time before it was written together, in their order; all of them where it never was. */
  saves: SavedText[];
  /** The text of which the first save was made. */
  before?: KnownWords;
  markdown: string;
  language: string;
  /** "sections": the text as it is shown. "letters": whose each letter of this Markdown is. "words": its words. "traced": by Yjs ids. */
  wanted: "sections" | "letters" | "words" | "traced";
}

export type AuthorshipResult =
  | { hands: Hand[]; sections: AuthoredSection[] }
  | { hands: Hand[]; of: Int32Array }
  | { known: KnownWords }
  | { traced: TracedLetters }
  | { wrong: string };

parentPort?.on("message", (job: AuthorshipJob) => parentPort?.postMessage(answer(job)));

function answer(job: AuthorshipJob): AuthorshipResult {
  try {
    if (job.wanted === "traced") return { traced: tracedIn(job) };
    const authored = authoredIn(job);
    const { hands } = authored;
    if (job.wanted === "sections") return { hands, sections: authoredSections(authored, job.language) };
    if (job.wanted === "words") return { known: knownWordsOf(authored) };
    const { document } = readMarkdown(job.markdown);
    const { hands: found, of } = authoredByWords(document, knownWordsOf(authored));
    return { hands: found, of };
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { wrong: code ?? message ?? String(error) };
  }
}

function authoredIn({ file, document, until, saves, before, markdown }: AuthorshipJob): Authored {
  const former = authorsOfSaves(saves, before);
  const history = file === null ? undefined : historyIn(file, document, until);
  const shared = history && sharedOf(history);
  if (!history || !shared) return authoredByWords(readMarkdown(markdown).document, former);
  const authored = authoredText(shared, history, former);
  shared.destroy();
  return authored;
}

function tracedIn({ file, document, saves, before }: AuthorshipJob): TracedLetters {
  const history = file === null ? undefined : historyIn(file, document);
  const shared = history && sharedOf(history);
  if (!history || !shared) return { hands: [], clients: [], stretches: [] };
  const traced = tracedLetters(shared, history, authorsOfSaves(saves, before));
  shared.destroy();
  return traced;
}

function historyIn(file: string, document: string, until?: number) {
  const reader = openLogReader(file);
  try {
    return reader.history(document, until);
  } finally {
    reader.close();
  }
}
