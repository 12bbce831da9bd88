// A text that is nearly full goes on in another document, which links back to it.
import { database } from "~/platform/db.server";
import { notFound } from "../refusal";
import { mayWrite, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { forbidden } from "../refusal";
import { contentLanguages, documentKinds, titleLimit } from "./document";
import { createDocument } from "./documents.server";

/**
 * Begins a document of the same kind, partner and language that goes on where this one is full: its text begins with a link to this
 * one, which shows it among what links here. Refuses whoever may not write this one, and who may begin none of the kind.
 */
export async function continueDocument(member: Member, id: string): Promise<{ id: string }> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: { ...sharedDocument, kind: true, title: true, language: true, sealedAt: true },
  });
  if (!document) throw notFound();
  if (!mayWrite(member, document)) throw forbidden();
  const { title, partnershipId } = document;
  const kind = documentKinds.find((known) => known === document.kind) ?? "note";
  const language = contentLanguages.find((known) => known === document.language) ?? "en";
  const name = title.replaceAll(/[\\[\]]/g, String.raw`\$&`);
  return createDocument(member, {
    partnershipId,
    kind,
    title: nextTitle(title),
    language,
    text: `[${name}](/documents/${id})\n`,
  });
}

/** "Plan" is continued by "Plan (2)", and that by "Plan (3)". */
function nextTitle(title: string): string {
  const [, words = title, number = "1"] = /^(.*?)(?: \((\d{1,4})\))?$/u.exec(title) ?? [];
  const end = ` (${Number(number) + 1})`;
  return `${words.slice(0, titleLimit - end.length).trimEnd()}${end}`;
}
