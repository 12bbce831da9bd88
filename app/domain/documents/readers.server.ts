// Who can see a document, and why: the people behind the roles that its texts are open to.
import { database } from "~/platform/db.server";
import {
  isHeldAs,
  readersOfText,
  readsPublishedText,
  readsWorkingText,
  rolesThatRead,
  sharedDocument,
  type DocumentText,
  type Reader,
  type SharedDocument,
} from "../access/document-texts";
import type { Member } from "../access/member";
import type { Role } from "../access/role";
import { visibleDocuments } from "../access/visible-to.server";
import { listPeople } from "../networks/networks.server";
import { cityName, placesOf } from "../networks/places.server";
import { notFound } from "../refusal";

export interface ReadersOfText {
  text: DocumentText;
  /** What opens it furthest: only its own city, its local group, the network. */
  opening: Reader["opening"];
  /** How many people read it, each counted once. */
  count: number;
  /** Role by role; somebody who reads it by two roles stands in both. */
  groups: Array<Reader & { people: Array<{ id: string; name: string; colour: number }> }>;
  /** By which roles the member reads it. */
  because: Array<{ role: Role; city: string | null }>;
}

export interface ReadersOfDocument {
  id: string;
  title: string;
  language: string;
  city: string;
  /** The texts that the member reads; nobody is told about readers of a text that they do not read themselves. */
  texts: ReadersOfText[];
}

/** Who holds a role now by which each text is read. Refuses `not-found` whoever may read none of them. */
export async function readersOfDocument(member: Member, id: string): Promise<ReadersOfDocument> {
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      title: true,
      language: true,
      publishedTitle: true,
      publishedLanguage: true,
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
  return {
    id,
    title: (isWorkingRead ? document.title : document.publishedTitle) ?? "",
    language: (isWorkingRead ? document.language : document.publishedLanguage) ?? document.language,
    city: cityOf(document.partnershipId),
    texts: texts.map((text) => ({
      ...readersAmong(people, text, document),
      because: rolesThatRead(member, text, document).map(({ role, partnershipId }) => ({
        role,
        city: partnershipId ? cityOf(partnershipId) : null,
      })),
    })),
  };
}

/** What opens the text furthest. */
function openingOf(text: DocumentText, document: SharedDocument): Reader["opening"] {
  if (text === "published") return document.publishedVisibility === "public" ? "public" : "network";
  const wide = { private: "named", "local-group": "local-group", network: "open" } as const;
  return wide[document.visibility as keyof typeof wide] ?? "own-city";
}

function readersAmong(
  people: Awaited<ReturnType<typeof listPeople>>,
  text: DocumentText,
  document: SharedDocument,
): Omit<ReadersOfText, "because"> {
  const groups = readersOfText(text, document).map((reader) => ({
    ...reader,
    people: people
      .filter(({ roles }) => roles.some((held) => isHeldAs(held, reader, document.partnershipId)))
      .map(({ id, name, colour }) => ({ id, name, colour })),
  }));
  const ids = new Set(groups.flatMap((group) => group.people.map(({ id }) => id)));
  return { text, opening: openingOf(text, document), count: ids.size, groups };
}
