// What a document has to do with others: from what it was adapted or translated, its other languages, what links to it.
import { database } from "~/platform/db.server";
import { readsPublishedText, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments, visiblePublishedTexts, visibleWorkingTexts } from "../access/visible-to.server";
import { notFound } from "../refusal";
import { standingTo, type Followed, type Standing } from "./following.server";

export interface Related {
  id: string;
  title: string;
  language: string;
}

export interface Relations {
  /** "hidden": from a text that the member may not see. */
  adaptedFrom: Related | "hidden" | null;
  /** The text this is a translation of; "hidden": one that the member may not see, or no longer. */
  original: (Related & Standing) | "hidden" | null;
  /** The same in other languages, without this one and the original. */
  translations: Related[];
  /** Texts that link to this one, of those the member reads. */
  linkedFrom: Related[];
}

/** More texts than these are not named. */
const most = 100;

/** How the document stands to others, as far as the member may see those. Refuses `not-found` whoever may read neither of its texts. */
export async function relationsOf(member: Member, id: string): Promise<Relations> {
  const document = await countRelations(member, id);
  const { adaptedFromId, originalId } = document;
  const links = !document.hasLinks
    ? []
    : await database().read.documentLink.findMany({
        where: {
          toId: id,
          OR: [
            { of: "working", from: visibleWorkingTexts(member) },
            { of: "published", from: visiblePublishedTexts(member) },
          ],
        },
        select: { fromId: true },
        distinct: ["fromId"],
        take: most,
      });
  const languages = !document.hasLanguages
    ? []
    : await database().read.document.findMany({
        where: { originalId: originalId ?? id, id: { not: id }, networkId: member.network.id },
        select: { id: true },
        take: most,
      });
  const ids = (rows: Array<{ id: string }>) => rows.map((row) => row.id);
  const linking = links.map(({ fromId }) => fromId);
  const known = await named(member, [
    ...linking,
    ...ids(languages),
    ...[adaptedFromId, originalId].filter((one) => one !== null),
  ]);
  const original = originalId === null ? undefined : known.get(originalId);
  return {
    adaptedFrom: adaptedFromId === null ? null : (known.get(adaptedFromId) ?? "hidden"),
    original: original
      ? { ...original, ...(await standingTo(member, original.id, document)) }
      : originalId === null
        ? null
        : "hidden",
    translations: ids(languages).flatMap((one) => known.get(one) ?? []),
    linkedFrom: linking.flatMap((one) => known.get(one) ?? []),
  };
}

type CountedRow = Followed & {
  adaptedFromId: string | null;
  originalId: string | null;
  /** Whether there are any at all. */
  hasLinks: number | bigint;
  hasLanguages: number | bigint;
};

/** The document, judged, and whether others link to it or say the same in other languages at all, whoever may read those. */
async function countRelations(member: Member, id: string): Promise<CountedRow> {
  // In SQL for the same reason as the session (domain/accounts/sessions.server.ts): most texts are related to none, and this tells.
  const [row] = await database().read.$queryRaw<CountedRow[]>`
    SELECT d.id, d.partnershipId, d.visibility, d.publishedVisibility, d.trashedAt, d.kind, d.sealedAt, d.adaptedFromId,
      d.originalId, d.followsPublication, d.followsRevision,
      EXISTS (SELECT 1 FROM DocumentLink l WHERE l.toId = d.id) AS hasLinks,
      EXISTS (SELECT 1 FROM Document o WHERE o.originalId = coalesce(d.originalId, d.id) AND o.id <> d.id) AS hasLanguages
    FROM Document d WHERE d.id = ${id} AND d.networkId = ${member.network.id}`;
  const isReadable = row && (readsWorkingText(member, row) || readsPublishedText(member, row));
  if (!isReadable) throw notFound();
  return row;
}

/** Those of the documents that the member may read, called as they read them. */
export async function named(member: Member, ids: string[]): Promise<Map<string, Related>> {
  if (ids.length === 0) return new Map();
  const documents = await database().read.document.findMany({
    where: { AND: [{ id: { in: [...new Set(ids)] } }, visibleDocuments(member)] },
    select: {
      ...sharedDocument,
      title: true,
      language: true,
      publishedTitle: true,
      publishedLanguage: true,
    },
  });
  return new Map(
    documents.map((document) => {
      const isWorking = readsWorkingText(member, document);
      const title = (isWorking ? document.title : document.publishedTitle) ?? "";
      const language = (isWorking ? document.language : document.publishedLanguage) ?? document.language;
      return [document.id, { id: document.id, title, language }];
    }),
  );
}
