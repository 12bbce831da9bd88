// New documents out of old ones: a copy to adapt, and a translation that knows which publication it follows.
import { database } from "~/platform/db.server";
import { readsPublishedText, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { invalid, notFound } from "../refusal";
import { factsIn, type DocumentFacts } from "./document-facts";
import type { ContentLanguage, DocumentKind } from "./document";
import { filesToCopy } from "./copied-files.server";
import { createDocument } from "./documents.server";
import { namesIn } from "./named-in-facts.server";
import { bringUp } from "./projection.server";
import { said } from "./sealing.server";
import type { DuplicateDocument, TranslateDocument } from "./managing-orders";

/**
 * Begins a draft of one's own city with the words of a text one may read, and keeps from which. Names of people met are left out: they
 * consented to the one note. Refuses `not-found` whoever may not read that text; else what beginning a document refuses.
 */
export async function duplicateDocument(
  member: Member,
  id: string,
  order: DuplicateDocument,
  newDocumentId?: string,
): Promise<{ id: string }> {
  const { kind, title, language, text: words, facts } = await textToCopy(member, id, order.text);
  const { partnershipId } = order;
  const { text, files } = await filesToCopy(id, words);
  return createDocument(
    member,
    { partnershipId, kind, title, language, text, facts: await factsToCopy(member, facts) },
    newDocumentId,
    { adaptedFromId: id, files },
  );
}

/**
 * Begins a translation of a text one may read, with the words of the original to write over. It follows the latest publication where
 * that is what it was made from. Refuses `not-found` as duplicating does; `invalid` the original's own language, and a translation of
 * a translation: it is made from the original.
 */
export async function translateDocument(
  member: Member,
  id: string,
  order: TranslateDocument,
  newDocumentId?: string,
): Promise<{ id: string }> {
  const { originalId, isPublished, publications, revision, ...original } = await textToCopy(member, id);
  const { kind, title, language, text, facts } = original;
  if (originalId !== null) throw invalid("form", "translationOfTranslation");
  if (language === order.language) throw invalid("language", "sameLanguage");
  const copied = await filesToCopy(id, text);
  return createDocument(
    member,
    {
      partnershipId: order.partnershipId,
      kind,
      title,
      language: order.language,
      text: copied.text,
      facts: await factsToCopy(member, facts),
    },
    newDocumentId,
    {
      originalId: id,
      followsRevision: revision,
      files: copied.files,
      ...(isPublished && { followsPublication: publications }),
    },
  );
}

/** The text that the member reads: the published one, unless only the working one is theirs, or wanted. */
async function textToCopy(member: Member, id: string, wanted?: "working" | "published") {
  await bringUp(id);
  const document = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: {
      ...sharedDocument,
      ...said,
      kind: true,
      publishedTitle: true,
      publishedLanguage: true,
      publishedText: true,
      publishedFacts: true,
      revision: true,
      publishedRevision: true,
      publications: true,
      originalId: true,
    },
  });
  if (!document) throw notFound();
  const isPublished = readsPublishedText(member, document) && wanted !== "working";
  if (!isPublished && (wanted === "published" || !readsWorkingText(member, document))) throw notFound();
  const kind = document.kind as DocumentKind;
  const { publications, originalId } = document;
  const words = isPublished
    ? {
        title: document.publishedTitle ?? "",
        language: document.publishedLanguage ?? document.language,
        text: document.publishedText ?? "",
        facts: document.publishedFacts,
        revision: document.publishedRevision ?? document.revision,
      }
    : document;
  return {
    kind,
    title: words.title,
    language: words.language as ContentLanguage,
    text: words.text,
    facts: factsIn(kind, words.facts),
    revision: words.revision,
    isPublished,
    publications,
    originalId,
  };
}

/** Without the names of people met, and without what the member may not name themselves: it is of others' reading, or is no more. */
async function factsToCopy(member: Member, facts: DocumentFacts): Promise<DocumentFacts> {
  if (facts.kind !== "visit-note") return facts;
  const { phase, linked } = await namesIn(member, facts);
  return {
    ...facts,
    met: facts.met.map((met) => ({ ...met, name: "", hasConsented: false })),
    phaseId: phase === "" ? "" : facts.phaseId,
    linked: linked.map((document) => document.id),
  };
}
