// What searching is: what can be found, how it is asked for and how it is answered. Light enough for every screen.
import { documentKinds, type DocumentKind } from "../documents/document";

/** What is found of what is said about a text: remarks, and what stands beside a visit note. */
export const findsOnTexts = ["comment", "reply", "addition", "reflection"] as const;
export type FindOnText = (typeof findsOnTexts)[number];
/** What is found besides documents of each kind. */
export const otherFinds = [...findsOnTexts, "person", "city", "network"] as const;
export type FindKind = DocumentKind | (typeof otherFinds)[number];
/** In the order in which their filters stand, whatever was asked for. */
export const findKinds: readonly FindKind[] = [...documentKinds, ...otherFinds];

/** Characters of a question; what is longer is cut. */
export const questionLimit = 200;
/** Finds on a page of results. */
export const pageSize = 20;
/** Finds that are offered while somebody types. */
export const offered = 8;

export interface SearchOrder {
  question: string;
  /** Narrowed to one kind, the documents of one city, or one language. */
  kind?: FindKind;
  cityId?: string;
  language?: string;
  /** Counts from 1. */
  page: number;
  size: number;
}

/** A piece of text; `isHit` where it is what was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

export interface Find {
  /** Of the document, of what is said about it, of the person, partnership or network. */
  id: string;
  kind: FindKind;
  network: { slug: string; name: string };
  title: Piece[];
  /** The words in their surroundings; empty where the title says all. */
  around: Piece[];
  /** Of the text; "" where it has none. */
  language: string;
  /** What the city is called in the reader's language. */
  city: string;
  country: string;
  /** The document of what is said about it, and which text it and the find belong to. */
  documentId?: string;
  text?: "working" | "published";
  /** That text is the one that both sides of a visit have signed. */
  isSigned?: boolean;
  /** A reflection that the reader wrote, private or shared. */
  isOwn?: boolean;
  /** When the text was saved or published, or when it was said. */
  at?: Date;
}

/** Whether this is something said about a text. */
export function isOnText(kind: FindKind): kind is FindOnText {
  return (findsOnTexts as readonly string[]).includes(kind);
}

export interface SearchAnswer {
  question: string;
  /** Where nothing was found for a word: what was looked for instead. */
  instead: string | null;
  finds: Find[];
  /** All that was found, after the filters. */
  count: number;
  /** Counts of what each filter would show, as the others stand; only what there is, always in the same order. */
  kinds: Array<{ kind: FindKind; count: number }>;
  languages: Array<{ language: string; count: number }>;
  cities: Array<{ id: string; name: string; count: number }>;
  /** Not everything is in the index yet. */
  isIncomplete: boolean;
}

export function nothingFound(question: string): SearchAnswer {
  return {
    question,
    instead: null,
    finds: [],
    count: 0,
    kinds: [],
    languages: [],
    cities: [],
    isIncomplete: false,
  };
}
