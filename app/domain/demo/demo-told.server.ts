// A demo document on its way: the rows it has so far, and how what happens to it is told to those who may read it.
import type { Prisma } from "~/platform/generated/client";
import type { DocumentText } from "../access/document-texts";
import { widest } from "../activity/activities.server";
import type { ActivityRow } from "../activity/chain.server";
import { audienceOf } from "../documents/audience";
import type { DocumentFacts } from "../documents/document-facts";
import type { DemoDocument } from "./demo-document";
import type { DemoIds } from "./demo-ids";

export type DemoSave = Prisma.DocumentSaveCreateManyInput & { savedAt: Date };

export interface DemoRows {
  document: Prisma.DocumentCreateManyInput;
  saves: DemoSave[];
  publications: Prisma.PublicationCreateManyInput[];
  versions: Prisma.NamedVersionCreateManyInput[];
  namings: Prisma.NamingCreateManyInput[];
  marks: Prisma.ElementMarkCreateManyInput[];
  /** What is answered stands before its answers. */
  comments: Prisma.CommentCreateManyInput[];
  topics: Prisma.DocumentTopicCreateManyInput[];
  links: Prisma.DocumentLinkCreateManyInput[];
  statements: Prisma.VisitStatementCreateManyInput[];
  signOffs: Prisma.SignOffCreateManyInput[];
  reflections: Prisma.ReflectionCreateManyInput[];
  happened: ActivityRow[];
}

/** A document on its way: its rows so far, and what of it the rows keep as JSON. */
export interface Told {
  demo: DemoDocument;
  ids: DemoIds;
  id: string;
  /** Whoever looks after it. */
  keeperId: string;
  partnershipId: string;
  rows: DemoRows;
  facts: DocumentFacts;
}

/** Whoever comes to read has the published text before them, where there is one. */
export function textRead({ rows }: Told): DocumentText {
  return rows.publications.length > 0 ? "published" : "working";
}

/** Tells what happened to the document to those who read that text of it. */
export function happen(told: Told, row: Omit<ActivityRow, "reach">, text: DocumentText): void {
  const { id: documentId, ids, partnershipId, rows } = told;
  const { visibility = "draft", publishedVisibility = null } = rows.document;
  const named = rows.namings.map(({ personId }) => ({ personId }));
  const shared = { partnershipId, visibility, publishedVisibility, named };
  const reach = widest(audienceOf(shared, text));
  rows.happened.push({ ...row, networkId: ids.networkId, partnershipId, documentId, reach });
}

/** On that day, a little later for each thing that happened before; offices open at nine. */
export function timeOf(day: string, after: number): Date {
  return new Date(Date.parse(`${day}T09:00:00Z`) + after * 11 * 60_000);
}
