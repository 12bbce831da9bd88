// One document as the use-cases that change it judge it: loaded once, inside what the member may know of.
import type { Transaction } from "~/platform/db.server";
import { mayShare, mayWrite, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { forbidden, notFound } from "../refusal";
import type { DocumentKind, StandingText } from "./document";
import { factsIn } from "./document-facts";

/** Loads the document once, inside what the member may know of, and refuses who may not write it. */
export async function writable(transaction: Transaction, member: Member, id: string) {
  const document = await known(transaction, member, id);
  if (!mayWrite(member, document)) throw forbidden();
  return document;
}

/** The same, for who decides who reads it. */
export async function decidable(transaction: Transaction, member: Member, id: string) {
  const document = await known(transaction, member, id);
  if (!mayShare(member, document)) throw forbidden();
  return document;
}

async function known(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      networkId: true,
      kind: true,
      createdById: true,
      sealedAt: true,
      facts: true,
      publications: true,
      named: { select: { personId: true } },
      title: true,
      text: true,
      language: true,
      revision: true,
      publishedRevision: true,
      publishedTitle: true,
    },
  });
  if (!document) throw notFound();
  return { ...document, kind: document.kind as DocumentKind };
}

export async function standingText(
  transaction: Transaction,
  { id: documentId, kind }: { id: string; kind: DocumentKind },
  revision: number,
): Promise<StandingText> {
  const save = await transaction.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId, revision } },
    select: {
      title: true,
      language: true,
      text: true,
      facts: true,
      savedAt: true,
      savedBy: { select: { name: true } },
    },
  });
  return { ...save, facts: factsIn(kind, save.facts), revision, savedBy: save.savedBy.name };
}
