// The reading side of documents: one to read, one to write, and the lists.
import { database } from "~/platform/db.server";
import type { DocumentModel } from "~/platform/generated/models";
import type { Member } from "../access/member";
import {
  isSharedWithGroup,
  mayCommentOn,
  mayShare,
  mayWrite,
  readersOfText,
  readsPublishedText,
  readsWorkingText,
  rolesThatRead,
  sharedDocument,
  type Reader,
  type SharedDocument,
} from "../access/document-texts";
import { visibleDocuments } from "../access/visible-to.server";
import { cityRoles, type Role } from "../access/role";
import { cityName, cityOfRole, placesOf } from "../networks/places.server";
import { conflict, forbidden, notFound } from "../refusal";
import {
  isSignedText,
  stateOf,
  type DocumentKind,
  type DocumentState,
  type PublishedVisibility,
  type WorkingVisibility,
} from "./document";
import { factsIn, type DocumentFacts } from "./document-facts";
import { factsForReaders, namesIn, type NamesInFacts } from "./named-in-facts.server";
import { mayBegin } from "./beginning";
import { bringUpOwn } from "./projection.server";
import { publicAddress } from "./public-address";
import { withPresentTitles } from "./linked-titles.server";
import { withPresentNames } from "./mentioned-names.server";
import { rendered, type Rendered } from "./rendering.server";

export interface ReadDocument {
  id: string;
  kind: DocumentKind;
  partnershipId: string;
  city: string;
  country: string;
  /** What it states besides the text, of the same text, and the names of what that names. */
  facts: DocumentFacts;
  names: NamesInFacts;
  /** Which of its texts this is. */
  text: "working" | "published";
  state: DocumentState;
  /** This text is the one that both sides of a visit have signed. */
  isSigned: boolean;
  title: string;
  language: string;
  rendered: Rendered;
  /** When this text was published or, for a working text, last saved. */
  at: Date;
  publishedBy: string | null;
  mayWrite: boolean;
  /** There is something they may do with it as a whole. */
  mayManage: boolean;
  /** Out of the lists, still read. */
  isArchived: boolean;
  mayComment: boolean;
  /** The member decides who sees it. */
  mayShare: boolean;
  /** Who reads the working text; said only to those who do. */
  visibility: WorkingVisibility | null;
  publishedVisibility: PublishedVisibility | null;
  /** Where everybody reads the published text; in its words, so that passing it on tells nothing of the draft. */
  publicAddress: string | null;
  /** Both texts exist and the member may read both. */
  hasOtherText: boolean;
  /** How many publications before the present one the member may still read. */
  earlierPublications: number;
  /** The draft is no longer what was published. */
  isDraftFurther: boolean;
  /** The working text is shared with the city's local groups; said only to those who read that text. */
  isShared: boolean;
  /** The roles that read this text, and by which of theirs the member does. */
  readers: Array<Pick<Reader, "role" | "reach"> & { isOfCity: boolean }>;
  because: Array<{ role: Role; city: string | null }>;
  /** The member is named on it. */
  isNamed: boolean;
  /** How many pictures and files are attached; said only to those who read the working text. */
  files: number | null;
}

/** The save of which the text is. For the server alone: it tells how often a draft was saved. */
interface Saved {
  revision: number;
}

type DocumentRow = SharedDocument &
  Pick<
    DocumentModel,
    | "kind"
    | "createdById"
    | "sealedAt"
    | "archivedAt"
    | "revision"
    | "title"
    | "text"
    | "language"
    | "facts"
    | "updatedAt"
    | "publishedFacts"
    | "publishedRevision"
    | "publishedTitle"
    | "publishedText"
    | "publishedLanguage"
    | "publishedAt"
  > & { publishedBy: string | null; standing: bigint; standingPublic: bigint; files: bigint };

/**
 * The document to read: its published text, or the working text where that is wanted or is the only one, for those who may.
 * Refuses `not-found` whoever may read neither, and whoever wants a text they may not read.
 */
export async function readDocument(
  member: Member,
  id: string,
  wanted?: "working",
): Promise<ReadDocument & Saved> {
  await bringUpOwn(member.personId, id);
  // In SQL for the same reason as the session (domain/accounts/sessions.server.ts). One document is judged as an object below, by the
  // rule that visible-to.server.ts says as a query for lists.
  const [document] = await database().read.$queryRaw<DocumentRow[]>`
    SELECT d.id, d.partnershipId, d.visibility, d.publishedVisibility, d.trashedAt, d.kind, d.createdById, d.sealedAt,
      d.archivedAt, d.revision, d.title, d.text, d.language, d.facts, d.updatedAt, d.publishedFacts, d.publishedRevision,
      d.publishedTitle, d.publishedText, d.publishedLanguage, d.publishedAt, p.name AS publishedBy,
      (SELECT count(*) FROM Publication b WHERE b.documentId = d.id AND b.withdrawnAt IS NULL) AS standing,
      (SELECT count(*) FROM Publication b
        WHERE b.documentId = d.id AND b.withdrawnAt IS NULL AND b.visibility = 'public') AS standingPublic,
      (SELECT count(*) FROM AttachedFile f WHERE f.documentId = d.id AND f.removedAt IS NULL) AS files
    FROM Document d LEFT JOIN Person p ON p.id = d.publishedById
    WHERE d.id = ${id} AND d.networkId = ${member.network.id}`;
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
      ? {
          title: document.title,
          text: document.text,
          language: document.language,
          facts: document.facts,
          at: document.updatedAt,
          revision: document.revision,
        }
      : {
          title: document.publishedTitle ?? "",
          text: document.publishedText ?? "",
          language: document.publishedLanguage ?? document.language,
          facts: document.publishedFacts,
          at: document.publishedAt ?? document.updatedAt,
          revision: document.publishedRevision ?? 0,
        };
  const kind = document.kind as DocumentKind;
  const readsAllPublished = readsPublishedText(member, { ...document, publishedVisibility: "network" });
  const standing = readsAllPublished ? document.standing : document.standingPublic;
  const facts = factsIn(kind, shown.facts);
  const names = await namesIn(member, facts);
  const isForWriter = text === "working" && mayWrite(member, document);
  const written = await rendered(shown.text, { topHeading: 2, isForWriter }, member.language);
  const html = await withPresentNames(member, await withPresentTitles(member, written.html));
  return {
    id,
    kind,
    partnershipId,
    city: cityName(place, member.language),
    country: place?.country ?? "",
    facts: factsForReaders(facts, names),
    names,
    text,
    revision: shown.revision,
    state: mayReadWorking ? stateOf(document) : "published",
    isSigned: isSignedText(text, document),
    title: shown.title,
    language: shown.language,
    rendered: { ...written, html },
    at: shown.at,
    publishedBy: text === "published" ? document.publishedBy : null,
    mayWrite: mayWrite(member, document),
    mayManage: mayWrite(member, document) || mayBegin(member),
    isArchived: document.archivedAt !== null,
    mayComment: mayCommentOn(member, text, document),
    mayShare: mayShare(member, document),
    visibility: mayReadWorking ? (document.visibility as WorkingVisibility) : null,
    publishedVisibility: document.publishedVisibility as PublishedVisibility | null,
    publicAddress:
      isPublished && document.publishedVisibility === "public"
        ? publicAddress({
            id,
            language: document.publishedLanguage ?? document.language,
            title: document.publishedTitle ?? "",
          })
        : null,
    hasOtherText: isPublished && mayReadWorking,
    earlierPublications: isPublished ? Math.max(0, Number(standing) - 1) : 0,
    isDraftFurther: isPublished && document.publishedRevision !== document.revision,
    isShared: mayReadWorking && isSharedWithGroup(document),
    readers: readersOfText(text, document).map(({ role, reach }) => ({
      role,
      reach,
      isOfCity: cityRoles.includes(role),
    })),
    because: rolesThatRead(member, text, document).map((held) => ({
      role: held.role,
      city: cityOfRole(places, held, member.language),
    })),
    isNamed: member.named.has(id),
    files: mayReadWorking ? Number(document.files) : null,
  };
}

export interface DocumentToWrite {
  id: string;
  kind: DocumentKind;
  facts: DocumentFacts;
  title: string;
  language: string;
  text: string;
  revision: number;
  state: DocumentState;
  partnershipId: string;
  city: string;
  savedAt: Date;
  savedBy: string;
  savedById: string;
  /** The city's local groups read it. */
  isShared: boolean;
  /** How many pictures and files are attached. */
  files: number;
}

/**
 * The working text as it stands, for its writers. Refuses `not-found`, `forbidden` for its mere readers, and `conflict` for who wrote in
 * it until both sides signed.
 */
export async function documentToWrite(member: Member, id: string): Promise<DocumentToWrite> {
  await bringUpOwn(member.personId, id);
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      title: true,
      language: true,
      text: true,
      revision: true,
      publishedRevision: true,
      updatedAt: true,
      ...sharedDocument,
      kind: true,
      sealedAt: true,
      facts: true,
      saves: {
        select: { savedById: true, savedBy: { select: { name: true } } },
        orderBy: { revision: "desc" },
        take: 1,
      },
      _count: { select: { files: { where: { removedAt: null } } } },
    },
  });
  if (!document) throw notFound();
  if (!mayWrite(member, document))
    throw mayWrite(member, { ...document, sealedAt: null }) ? conflict() : forbidden();
  const { title, language, text, revision, partnershipId, updatedAt: savedAt } = document;
  const kind = document.kind as DocumentKind;
  const city = cityName((await placesOf(member.network.id)).get(partnershipId), member.language);
  const [last] = document.saves;
  return {
    id,
    kind,
    title,
    language,
    text,
    facts: factsIn(kind, document.facts),
    revision,
    state: stateOf(document),
    partnershipId,
    city,
    savedAt,
    savedBy: last?.savedBy.name ?? "",
    savedById: last?.savedById ?? "",
    isShared: isSharedWithGroup(document),
    files: document._count.files,
  };
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
