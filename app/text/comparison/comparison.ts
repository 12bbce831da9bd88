// Comparing two texts in Markdown, from the texts to what a page shows of them: the whole of it, in one call.
import { Node } from "@tiptap/pm/model";
import { documentSchema } from "~/text/document-schema";
import { toDocument } from "~/text/markdown-to-document";
import { compareDocuments, notesTitle, type Section } from "./compare-documents";
import { comparedParts, sectionName, type ComparedPart } from "./compared-html";
import type { CompareLabels } from "./labels";
import { changedSections, sectionKey } from "./who-changed";

/** A text in Markdown, or a document of our schema as JSON. */
export type Comparable = string | object;

export interface CompareJob {
  was: Comparable;
  is: Comparable;
  labels: CompareLabels;
  topHeading: number;
  prefix: string;
  /** Texts of the versions between, in Markdown and in order, the two compared among them; to say which of them changed what. */
  between?: string[];
}

export interface ComparedSection extends Omit<Section, "title"> {
  title: string;
  /** The title are words of ours, in the reader's language. */
  isOurs: boolean;
  /** Places in `between` of those versions that changed it; empty: not known. */
  by: number[];
}

export interface ComparedTexts {
  parts: ComparedPart[];
  /** Those in which something changed, in reading order. */
  sections: ComparedSection[];
  /** How many changes a reader steps through. */
  changes: number;
}

/** Compares any two texts. Never throws; its time is bounded, but a long text still takes its time. */
export function compareTexts({
  was,
  is,
  labels,
  topHeading,
  prefix,
  between = [],
}: CompareJob): ComparedTexts {
  const documents = compareDocuments(documentOf(was), documentOf(is));
  const changed = changedSections(between);
  return {
    parts: comparedParts(documents, labels, { topHeading, prefix }),
    sections: documents.sections
      .filter(({ firstChange }) => firstChange !== null)
      .map((section) => ({
        ...section,
        title: sectionName(section.title, labels),
        isOurs: sectionName(section.title, labels) !== section.title.trim(),
        by: section.title === notesTitle ? [] : placesIn(changed, sectionKey(section.title)),
      })),
    changes: documents.changes,
  };
}

function placesIn(changed: ReadonlyArray<ReadonlySet<string>>, key: string): number[] {
  return changed.flatMap((keys, index) => (keys.has(key) ? [index + 1] : []));
}

function documentOf(comparable: Comparable): Node {
  return typeof comparable === "string" ? toDocument(comparable) : Node.fromJSON(documentSchema, comparable);
}
