// Texts that everybody may read: whether one is public is asked of the database each time, whoever asks and whatever is kept elsewhere.
import { database } from "~/platform/db.server";
import { isId } from "~/platform/id";
import { cityName, placesOf } from "../networks/places.server";
import type { DocumentKind } from "./document";
import { factsIn, type DocumentFacts } from "./document-facts";
import { factsForEverybody } from "./named-in-facts.server";
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
}

export interface PublicDocument {
  id: string;
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
      (SELECT count(*) FROM VisitStatement s WHERE s.documentId = d.id AND s.kind = 'addition') AS additions
    FROM Document d JOIN Network n ON n.id = d.networkId
    WHERE d.id = ${id} AND d.publishedVisibility = 'public' AND d.trashedAt IS NULL`;
  if (!row) return null;
  const { title, language, networkId, partnershipId, revision, publications, network, others, additions } =
    row;
  const city = cityName((await placesOf(networkId)).get(partnershipId), language);
  const edition = [publications, revision, network, city, others ?? "", additions].join("|");
  return { id, language, title, edition, networkId, partnershipId };
}

/** All that the public page of a text says, in the text's own language. null as `publicState` says. */
export async function publicDocument(id: string): Promise<PublicDocument | null> {
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
    },
  });
  if (!document) return null;
  const { originalId, publishedLanguage, publishedText, publishedAt } = document;
  const language = publishedLanguage ?? "en";
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
  return {
    id,
    kind,
    language,
    title: document.publishedTitle ?? "",
    network: document.network.name,
    city: cityName(place, language),
    country: place?.country ?? "",
    facts: factsForEverybody(factsIn(kind, document.publishedFacts)),
    rendered: await rendered(publishedText ?? "", { topHeading: 2 }, language),
    publishedAt: publishedAt ?? new Date(0),
    publications: document.publications,
    otherLanguages: others.map((other) => ({
      id: other.id,
      language: other.publishedLanguage ?? "en",
      title: other.publishedTitle ?? "",
    })),
  };
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
