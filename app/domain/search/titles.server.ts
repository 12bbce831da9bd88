// Titles to link to while one writes.
import { database } from "~/platform/db.server";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import type { Related } from "../documents/relations.server";
import { wordsIn } from "./city-forms";
import { findTitles } from "./search.server";

/** Titles offered at once. */
const most = 8;

/**
 * The documents the member may read whose title has all these words, or words that begin so, in any spelling; those that begin with
 * them first. Without a word, those changed last.
 */
export async function titlesToLink(member: Member, typed: string): Promise<Related[]> {
  demand(member, "see-network");
  return wordsIn(typed).length === 0 ? changedLast(member) : findTitles(member, typed, most);
}

async function changedLast(member: Member): Promise<Related[]> {
  const documents = await database().read.document.findMany({
    // What is archived is linked to by its name; and so the order is that of the list's own index.
    where: { ...visibleDocuments(member), archivedAt: null },
    select: { ...sharedDocument, title: true, language: true, publishedTitle: true, publishedLanguage: true },
    orderBy: [{ updatedAt: "desc" }],
    take: most,
  });
  return documents.map((document) => {
    const { id, title, language, publishedTitle, publishedLanguage } = document;
    return readsWorkingText(member, document)
      ? { id, title, language }
      : { id, title: publishedTitle ?? "", language: publishedLanguage ?? language };
  });
}
