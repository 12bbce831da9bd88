// The reading side of documents: one to read, one to write, and the lists.
import { database } from "~/platform/db.server";
import { can, demand, type Member } from "../access/member";
import {
  isSharedWithGroup,
  readersOfText,
  readsPublishedText,
  readsWorkingText,
  rolesThatRead,
  type Reader,
} from "../access/document-texts";
import { visibleDocuments } from "../access/visible-to.server";
import { cityRoles, type Role } from "../access/role";
import { cityName, placesOf } from "../networks/places.server";
import { notFound } from "../refusal";
import { stateOf, type DocumentKind, type DocumentState } from "./document";
import { rendered, type Rendered } from "./rendering.server";

export interface ReadDocument {
  id: string;
  kind: DocumentKind;
  partnershipId: string;
  city: string;
  country: string;
  /** Which of its texts this is. */
  text: "working" | "published";
  state: DocumentState;
  title: string;
  language: string;
  rendered: Rendered;
  /** When this text was published or, for a working text, last saved. */
  at: Date;
  publishedBy: string | null;
  mayWrite: boolean;
  mayComment: boolean;
  /** Both texts exist and the member may read both. */
  hasOtherText: boolean;
  /** The working text is shared with the city's local groups; said only to those who read that text. */
  isShared: boolean;
  /** The roles that read this text, and by which of theirs the member does. */
  readers: Array<Pick<Reader, "role" | "reach"> & { isOfCity: boolean }>;
  because: Array<{ role: Role; city: string | null }>;
}

/**
 * The document to read: its published text, or the working text where that is wanted or is the only one, for those who may.
 * Refuses `not-found` whoever may read neither, and whoever wants a text they may not read.
 */
export async function readDocument(member: Member, id: string, wanted?: "working"): Promise<ReadDocument> {
  const document = await database().read.document.findFirst({
    // One document is judged as an object below, by the rule that visible-to.server.ts says as a query for lists.
    where: { id, networkId: member.network.id },
    select: {
      kind: true,
      partnershipId: true,
      revision: true,
      title: true,
      text: true,
      language: true,
      updatedAt: true,
      visibility: true,
      publishedVisibility: true,
      publishedRevision: true,
      publishedTitle: true,
      publishedText: true,
      publishedLanguage: true,
      publishedAt: true,
      publishedBy: { select: { name: true } },
    },
  });
  if (!document) throw notFound();
  const { partnershipId } = document;
  const places = await placesOf(member.network.id);
  const place = places.get(partnershipId);
  const mayReadWorking = readsWorkingText(member, document);
  const isPublished = readsPublishedText(member, document);
  const text = mayReadWorking && (wanted === "working" || !isPublished) ? "working" : "published";
  if (text === "published" && (!isPublished || wanted === "working")) throw notFound();
  const shown =
    text === "working"
      ? { title: document.title, text: document.text, language: document.language, at: document.updatedAt }
      : {
          title: document.publishedTitle ?? "",
          text: document.publishedText ?? "",
          language: document.publishedLanguage ?? document.language,
          at: document.publishedAt ?? document.updatedAt,
        };
  return {
    id,
    kind: document.kind as DocumentKind,
    partnershipId,
    city: cityName(place, member.language),
    country: place?.country ?? "",
    text,
    state: mayReadWorking ? stateOf(document) : "published",
    title: shown.title,
    language: shown.language,
    rendered: await rendered(shown.text, { topHeading: 2 }, member.language),
    at: shown.at,
    publishedBy: text === "published" ? (document.publishedBy?.name ?? null) : null,
    mayWrite: can(member, "write-document", partnershipId),
    mayComment: can(member, "comment", partnershipId),
    hasOtherText: isPublished && mayReadWorking,
    isShared: mayReadWorking && isSharedWithGroup(document),
    readers: readersOfText(text, document).map(({ role, reach }) => ({
      role,
      reach,
      isOfCity: cityRoles.includes(role),
    })),
    because: rolesThatRead(member, text, document).map((held) => ({
      role: held.role,
      city: held.partnershipId ? cityName(places.get(held.partnershipId), member.language) : null,
    })),
  };
}

export interface DocumentToWrite {
  id: string;
  title: string;
  language: string;
  text: string;
  revision: number;
  state: DocumentState;
  partnershipId: string;
  city: string;
  savedAt: Date;
  savedBy: string;
  /** The city's local groups read it. */
  isShared: boolean;
}

/** The working text as it stands, for its writers. Refuses `not-found` and, for its mere readers, `forbidden`. */
export async function documentToWrite(member: Member, id: string): Promise<DocumentToWrite> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      title: true,
      language: true,
      text: true,
      revision: true,
      publishedRevision: true,
      updatedAt: true,
      partnershipId: true,
      visibility: true,
      saves: { select: { savedBy: { select: { name: true } } }, orderBy: { revision: "desc" }, take: 1 },
    },
  });
  if (!document) throw notFound();
  demand(member, "write-document", document.partnershipId);
  const { title, language, text, revision, partnershipId, updatedAt: savedAt } = document;
  const city = cityName((await placesOf(member.network.id)).get(partnershipId), member.language);
  const savedBy = document.saves[0]?.savedBy.name ?? "";
  return {
    id,
    title,
    language,
    text,
    revision,
    state: stateOf(document),
    partnershipId,
    city,
    savedAt,
    savedBy,
    isShared: isSharedWithGroup(document),
  };
}

export interface DocumentRow {
  id: string;
  title: string;
  language: string;
  city: string;
  country: string;
  state: DocumentState;
  /** The member may read the working text: title and state are then the working ones. */
  isOwn: boolean;
  /** The working text is shared with the city's local groups; said only to those who read that text. */
  isShared: boolean;
  at: Date;
  comments: number;
}

/** All documents of a kind that the member may know of, the latest first; at most 500. */
export async function listDocuments(member: Member, kind: DocumentKind): Promise<DocumentRow[]> {
  const documents = await database().read.document.findMany({
    where: { kind, ...visibleDocuments(member) },
    select: {
      id: true,
      partnershipId: true,
      visibility: true,
      revision: true,
      title: true,
      language: true,
      updatedAt: true,
      publishedRevision: true,
      publishedTitle: true,
      publishedLanguage: true,
      publishedAt: true,
      comments: { where: { deletedAt: null }, select: { madeOn: true } },
    },
    orderBy: { updatedAt: "desc" },
    take: 500,
  });
  const places = await placesOf(member.network.id);
  const rows = documents.map((document): DocumentRow => {
    const { id, partnershipId, updatedAt, comments } = document;
    const place = places.get(partnershipId);
    const isOwn = readsWorkingText(member, document);
    return {
      id,
      title: isOwn ? document.title : (document.publishedTitle ?? ""),
      language: isOwn ? document.language : (document.publishedLanguage ?? document.language),
      city: cityName(place, member.language),
      country: place?.country ?? "",
      state: isOwn ? stateOf(document) : "published",
      isOwn,
      isShared: isOwn && isSharedWithGroup(document),
      at: isOwn ? updatedAt : (document.publishedAt ?? updatedAt),
      comments: comments.filter(({ madeOn }) => isOwn || madeOn === "published").length,
    };
  });
  return rows.sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Whose document this is. Refuses `not-found` whoever may read neither of its texts. */
export async function documentPartner(member: Member, id: string): Promise<{ partnershipId: string }> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: { partnershipId: true },
  });
  if (!document) throw notFound();
  return document;
}
