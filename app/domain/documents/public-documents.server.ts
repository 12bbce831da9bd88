// Texts that everybody may read: whether one is public is asked of the database each time, whoever asks and whatever is kept elsewhere.
import { database } from "~/platform/db.server";
import { isId } from "~/platform/id";
import { cityName, placesOf } from "../networks/places.server";
import type { DocumentKind } from "./document";
import { factsIn, type DocumentFacts } from "./document-facts";
import { factsForEverybody } from "./named-in-facts.server";
import { said } from "./sealing.server";
import { rendered, type Rendered } from "./rendering.server";

/** What tells whether a kept page of this text is still the right one. */
export interface PublicState {
  id: string;
  language: string;
  title: string;
  /** Changes with every publication, and with every other thing that the page says. */
  edition: string;
  networkId: string;
  partnershipId: string;
  /** The numbers of the publications before it that everybody may still read. */
  earlier: number[];
}

export interface PublicDocument {
  id: string;
  /** What the present publication says of itself, from which the address is made. */
  present: PublicLink;
  kind: DocumentKind;
  language: string;
  title: string;
  network: string;
  city: string;
  country: string;
  facts: DocumentFacts;
  rendered: Rendered;
  publishedAt: Date;
  /** How often it was published so far. */
  publications: number;
  /** The same text in other languages, where that is public, too. */
  otherLanguages: PublicLink[];
  /** What everybody was given before and may still read, the latest first. */
  earlier: EarlierPublication[];
  /** This is one of those: its number, and when it was published is `publishedAt`. null: the present publication. */
  isEarlier: number | null;
}

export interface EarlierPublication {
  number: number;
  at: Date;
}

export interface PublicLink {
  id: string;
  language: string;
  title: string;
}

interface StateRow {
  title: string;
  language: string;
  revision: number;
  publications: number;
  network: string;
  networkId: string;
  partnershipId: string;
  others: string | null;
  additions: bigint;
  earlier: string | null;
  erased: bigint;
}

/** null: it does not exist, or is not public now. Texts themselves are not read for this. */
export async function publicState(id: string): Promise<PublicState | null> {
  if (!isId(id)) return null;
  // Asked at each request of a public page: in SQL for the same reason as the session (domain/accounts/sessions.server.ts).
  const [row] = await database().read.$queryRaw<StateRow[]>`
    SELECT d.publishedTitle AS title, d.publishedLanguage AS language, d.publishedRevision AS revision, d.publications,
      d.networkId, d.partnershipId, n.name AS network,
      (SELECT group_concat(o.id || '.' || o.publications) FROM Document o
        WHERE (o.originalId IN (d.id, d.originalId) OR o.id = d.originalId)
          AND o.publishedVisibility = 'public' AND o.trashedAt IS NULL) AS others,
      (SELECT count(*) FROM VisitStatement s WHERE s.documentId = d.id AND s.kind = 'addition') AS additions,
      (SELECT group_concat(p.number) FROM Publication p WHERE p.documentId = d.id AND p.number < d.publications
        AND p.visibility = 'public' AND p.withdrawnAt IS NULL) AS earlier,
      (SELECT count(*) FROM AttachedFile f WHERE f.documentId = d.id AND f.erasedAt IS NOT NULL) AS erased
    FROM Document d JOIN Network n ON n.id = d.networkId
    WHERE d.id = ${id} AND d.publishedVisibility = 'public' AND d.trashedAt IS NULL`;
  if (!row) return null;
  const { title, language, networkId, partnershipId, revision, publications, network } = row;
  const city = cityName((await placesOf(networkId)).get(partnershipId), language);
  const { others, additions, earlier, erased } = row;
  const parts = [publications, revision, network, city, others ?? "", additions, earlier ?? "", erased];
  const edition = parts.join("|");
  const standing = (earlier ?? "").split(",").filter(Boolean).map(Number);
  return { id, language, title, edition, networkId, partnershipId, earlier: standing };
}

/**
 * All that the public page of a text says, in the text's own language, or the page of an earlier publication of this number. null as
 * `publicState` says, and where everybody was never given that publication, or it was taken back.
 */
export async function publicDocument(id: string, number?: number): Promise<PublicDocument | null> {
  const document = await database().read.document.findFirst({
    where: { id, publishedVisibility: "public", trashedAt: null },
    select: {
      kind: true,
      networkId: true,
      partnershipId: true,
      originalId: true,
      publications: true,
      publishedTitle: true,
      publishedLanguage: true,
      publishedText: true,
      publishedFacts: true,
      publishedAt: true,
      network: { select: { name: true } },
      publishings: {
        where: { visibility: "public", withdrawnAt: null },
        select: { number: true, revision: true, publishedAt: true },
        orderBy: { number: "desc" },
      },
    },
  });
  if (!document) return null;
  const earlier = document.publishings.filter((one) => one.number < document.publications);
  const wanted = earlier.find((one) => one.number === number);
  if (number !== undefined && !wanted) return null;
  const shown = wanted ? await wordsOf(id, wanted) : presentWords(document);
  const { originalId } = document;
  const { language } = shown;
  const kind = document.kind as DocumentKind;
  const place = (await placesOf(document.networkId)).get(document.partnershipId);
  const family = [id, ...(originalId ? [originalId] : [])];
  const others = await database().read.document.findMany({
    where: {
      OR: [{ originalId: { in: family } }, { id: { in: family } }],
      id: { not: id },
      publishedVisibility: "public",
      trashedAt: null,
    },
    select: { id: true, publishedTitle: true, publishedLanguage: true },
    orderBy: { publishedLanguage: "asc" },
  });
  const { title, language: presentLanguage } = presentWords(document);
  return {
    id,
    present: { id, title, language: presentLanguage },
    kind,
    language,
    title: shown.title,
    network: document.network.name,
    city: cityName(place, language),
    country: place?.country ?? "",
    facts: factsForEverybody(factsIn(kind, shown.facts)),
    rendered: await rendered(shown.text, { topHeading: 2 }, language),
    publishedAt: shown.at,
    publications: document.publications,
    earlier: earlier.map((one) => ({ number: one.number, at: one.publishedAt })),
    isEarlier: wanted?.number ?? null,
    otherLanguages: others.map((other) => ({
      id: other.id,
      language: other.publishedLanguage ?? "en",
      title: other.publishedTitle ?? "",
    })),
  };
}

interface Words {
  title: string;
  language: string;
  text: string;
  facts: unknown;
  at: Date;
}

function presentWords(document: {
  publishedTitle: string | null;
  publishedLanguage: string | null;
  publishedText: string | null;
  publishedFacts: unknown;
  publishedAt: Date | null;
}): Words {
  return {
    title: document.publishedTitle ?? "",
    language: document.publishedLanguage ?? "en",
    text: document.publishedText ?? "",
    facts: document.publishedFacts,
    at: document.publishedAt ?? new Date(0),
  };
}

async function wordsOf(
  documentId: string,
  { revision, publishedAt }: { revision: number; publishedAt: Date },
): Promise<Words> {
  const save = await database().read.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId, revision } },
    select: said,
  });
  return { ...save, at: publishedAt };
}

export interface PublicRow extends PublicLink {
  kind: DocumentKind;
  network: string;
  city: string;
  publishedAt: Date;
}

/** The latest public texts of all networks, cities named in this language; at most so many. */
export async function listPublicDocuments(language: string, atMost = 500): Promise<PublicRow[]> {
  const documents = await database().read.document.findMany({
    where: { publishedVisibility: "public", trashedAt: null, archivedAt: null },
    select: {
      id: true,
      kind: true,
      networkId: true,
      partnershipId: true,
      publishedTitle: true,
      publishedLanguage: true,
      publishedAt: true,
      network: { select: { name: true } },
    },
    orderBy: { publishedAt: "desc" },
    take: atMost,
  });
  return Promise.all(
    documents.map(async ({ id, kind, networkId, partnershipId, network, ...published }) => ({
      id,
      kind: kind as DocumentKind,
      language: published.publishedLanguage ?? "en",
      title: published.publishedTitle ?? "",
      network: network.name,
      city: cityName((await placesOf(networkId)).get(partnershipId), language),
      publishedAt: published.publishedAt ?? new Date(0),
    })),
  );
}
