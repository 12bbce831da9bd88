// Who can see a document, and why: the people behind the roles that its texts are open to, and those named on it.
import { database } from "~/platform/db.server";
import {
  readsPublishedText,
  readsWorkingText,
  rolesThatRead,
  sharedDocument,
  writesWhenNamed,
  type DocumentText,
  type Reader,
  type SharedDocument,
} from "../access/document-texts";
import { namedLevels, type Member, type NamedLevel } from "../access/member";
import type { Role } from "../access/role";
import { visibleDocuments } from "../access/visible-to.server";
import { listPeople } from "../networks/networks.server";
import { cityName, cityOfRole, placesOf } from "../networks/places.server";
import { notFound } from "../refusal";
import {
  readerGroups,
  readersAmong,
  shown,
  type PersonHolding,
  type PersonShown,
  type ReaderGroup,
} from "./who-reads";
import type { DocumentKind } from "./document";

export interface NamedReader extends PersonShown {
  /** What being named lets them do. */
  level: NamedLevel;
  /** Who named them, and when. */
  by: string;
  at: Date;
}

export interface ReadersOfText {
  text: DocumentText;
  /** What opens it furthest: only its own city, its local group, the network. */
  opening: Reader["opening"];
  /** How many people of the network read it, each counted once. */
  count: number;
  /** Role by role; somebody who reads it by two roles stands in both. */
  groups: ReaderGroup[];
  /** Who reads it because they are named on it. */
  named: NamedReader[];
  /** By which roles the member reads it. */
  because: Array<{ role: Role; city: string | null }>;
  /** As what the member is named on it, if they are. */
  namedAs: NamedLevel | null;
}

export interface ReadersOfDocument {
  id: string;
  kind: DocumentKind;
  title: string;
  language: string;
  city: string;
  /** The texts that the member reads; nobody is told about readers of a text that they do not read themselves. */
  texts: ReadersOfText[];
}

/** Who reads each text now, by which role or named by whom. Refuses `not-found` whoever may read none of them. */
export async function readersOfDocument(member: Member, id: string): Promise<ReadersOfDocument> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      kind: true,
      title: true,
      language: true,
      publishedTitle: true,
      publishedLanguage: true,
      named: { select: namingColumns, orderBy: { at: "asc" } },
    },
  });
  if (!document) throw notFound();
  const isWorkingRead = readsWorkingText(member, document);
  const texts: DocumentText[] = [
    ...(isWorkingRead ? (["working"] as const) : []),
    ...(readsPublishedText(member, document) ? (["published"] as const) : []),
  ];
  const [people, places] = await Promise.all([listPeople(member), placesOf(member.network.id)]);
  const cityOf = (partnershipId: string) => cityName(places.get(partnershipId), member.language);
  const named = namedAmong(people, document);
  return {
    id,
    kind: document.kind as DocumentKind,
    title: (isWorkingRead ? document.title : document.publishedTitle) ?? "",
    language: (isWorkingRead ? document.language : document.publishedLanguage) ?? document.language,
    city: cityOf(document.partnershipId),
    texts: texts.map((text) => ({
      text,
      opening: openingOf(text, document),
      count: readersAmong(
        people,
        named.map((one) => one.id),
        text,
        document,
      ).length,
      groups: readerGroups(people, text, document),
      named,
      because: rolesThatRead(member, text, document).map((held) => ({
        role: held.role,
        city: cityOfRole(places, held, member.language),
      })),
      namedAs: named.find((one) => one.id === member.personId)?.level ?? null,
    })),
  };
}

/** What a query has to select of a naming so that it can be told of. */
export const namingColumns = {
  personId: true,
  level: true,
  at: true,
  namedBy: { select: { name: true } },
} as const;

/** Those named who are people of the network now: nobody else reads anything by it. */
export function namedAmong(
  people: readonly PersonHolding[],
  document: {
    kind: string;
    partnershipId: string;
    named: Array<{ personId: string; level: string; at: Date; namedBy: { name: string } }>;
  },
): NamedReader[] {
  return document.named.flatMap(({ personId, level: kept, at, namedBy }) => {
    const person = people.find(({ id }) => id === personId);
    const level = namedLevels.find((known) => known === kept);
    if (!person || !level) return [];
    const isBarred = level === "writer" && !writesWhenNamed({ roles: [...person.roles] }, document);
    return [{ ...shown(person), level: isBarred ? "commenter" : level, by: namedBy.name, at }];
  });
}

/** What opens the text furthest. */
function openingOf(text: DocumentText, document: SharedDocument): Reader["opening"] {
  if (text === "published") return document.publishedVisibility === "public" ? "public" : "network";
  const wide = { private: "named", "local-group": "local-group", network: "open" } as const;
  return wide[document.visibility as keyof typeof wide] ?? "own-city";
}
