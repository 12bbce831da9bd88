// What becomes of a text in Markdown that is to be written together: the shared document, its Markdown, and whether both say the same.
import * as Y from "yjs";
import { toMarkdown } from "~/text/document-to-markdown";
import { readMarkdown } from "~/text/markdown-to-document";
import { isSameToReaders } from "~/text/same-to-readers";
import { toShared } from "~/text/shared-document";
import { newDocument } from "./document-state";

export interface ConversionJob {
  text: string;
  /** Whether the shared document is wanted as well. */
  isForWriting: boolean;
}

export interface Conversion {
  /** The Markdown as the editor writes it. */
  markdown: string;
  /** How much a document cannot hold of the text (images, mostly), or shows otherwise; 0: to every reader it is the same. */
  losses: number;
  /** The shared document as one Yjs update, where it was wanted. */
  update?: Uint8Array;
}

/** Converts any text. Never throws; a long one takes its time. */
export function convert({ text, isForWriting }: ConversionJob): Conversion {
  const { document, losses } = readMarkdown(text);
  const markdown = toMarkdown(document);
  const said = { markdown, losses: losses.length || (isSameToReaders(text, markdown) ? 0 : 1) };
  if (!isForWriting) return said;
  const shared = newDocument();
  toShared(shared, document);
  const update = Y.encodeStateAsUpdate(shared);
  shared.destroy();
  return { ...said, update };
}
