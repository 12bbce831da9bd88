// The shape in which the documents of the demo networks are written down (prisma/demo): how each began, and what happened to it since.
import type { NamedLevel } from "../access/member";
import type {
  ContentLanguage,
  DocumentKind,
  PublishedVisibility,
  WorkingVisibility,
} from "../documents/document";
import type { FactsOf } from "../documents/document-facts";
import type { ElementState } from "../documents/element-mark";
import type { VisitSide } from "../visits/visit";

/**
 * Facts as their kind states them; what is left out is not known. Where facts hold ids, keys of the demo stand here: elements carry
 * keys of their own, experts are accounts, phases are named, documents and the city from which something was learned are keys.
 */
export type DemoFacts = { [Kind in DocumentKind]: { kind: Kind } & Partial<FactsOf[Kind]> }[DocumentKind];

export interface DemoDocument {
  /** By which the other documents of its network name it. */
  key: string;
  city: string;
  /** Who began it and looks after it, as an account; where nothing is said, the officer of its city. */
  by?: string;
  /** An expert's note of a visit: theirs alone until they open it. Any other begins as its city's draft. */
  isPrivate?: true;
  language: ContentLanguage;
  title: string;
  /** A link to another document of the network leads to `demo:` and its key. */
  text: string;
  facts: DemoFacts;
  /** "YYYY-MM-DD", as every day here. */
  createdOn: string;
  /** The document it translates, which stands before it, and the publication of that which it follows. */
  translates?: { key: string; publication: number };
  /** What happened to it since, in order. */
  since?: DemoHappening[];
}

/** What is said beside a visit note. A reflection is kept and shared at once. */
export type OfVisit = { replied: string } | { added: string } | { signed: VisitSide } | { reflected: string };

/** One thing that happened to a document; `by` is an account: where nothing is said, whoever looks after the document. */
export type DemoHappening = { on: string; by?: string } & (
  | { saved: { title?: string; text?: string; facts?: DemoFacts } }
  /** Gives the text as it stands a name. */
  | { versioned: string }
  | { opened: Exclude<WorkingVisibility, "private" | "draft"> }
  | { published: PublishedVisibility }
  | { named: { account: string; as: NamedLevel } }
  | { remarked: string; answers?: Array<{ on: string; by?: string; text: string }> }
  | OfVisit
  | { marked: { city: string; element: string; state: ElementState; reason: string } }
);
