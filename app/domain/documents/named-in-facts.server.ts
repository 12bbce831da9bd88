// What facts name by its id: phases, people, cities and documents of the network; to choose from, to judge, and to tell by name.
import { database, type Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import type { Member } from "../access/member";
import { expertRoles } from "../access/role";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import {
  visibleDocuments,
  visiblePublishedTextsAlone,
  visibleWorkingTexts,
} from "../access/visible-to.server";
import { cityName, placesOf } from "../networks/places.server";
import { invalid } from "../refusal";
import type { DocumentKind } from "./document";
import type { DocumentFacts } from "./document-facts";

type Reading = Pick<Transaction, "phase" | "membership" | "partnership" | "document">;

/**
 * Refuses, beside its field, what is named for the first time and is not of the member's network, or is a document that the member
 * may not read. What the facts named before stays: phases are removed, experts leave, and another writer may read more.
 */
export async function judgeNamed(
  read: Reading,
  member: Member,
  facts: DocumentFacts,
  kept?: DocumentFacts,
  ownId?: string,
): Promise<void> {
  const networkId = member.network.id;
  const known = kept ? idsIn(kept) : nothingNamed;
  const named = idsIn(facts);
  const added = (of: keyof Named) => named[of].filter((id) => !known[of].includes(id));
  const isAll = async (ids: string[], count: (ids: string[]) => Promise<number>) =>
    ids.length === 0 || (await count(ids)) === ids.length;
  if (!(await isAll(added("phases"), (ids) => read.phase.count({ where: { networkId, id: { in: ids } } }))))
    throw invalid("facts.phaseId", "notOfNetwork");
  if (
    !(await isAll(added("cities"), (ids) =>
      read.partnership.count({ where: { networkId, id: { in: ids } } }),
    ))
  )
    throw invalid("facts.learnedFrom", "notOfNetwork");
  const experts = async (ids: string[]) => (await expertsOf(read, networkId, ids)).size;
  if (!(await isAll(added("people"), experts))) throw invalid("facts.experts", "notOfNetwork");
  const isReadable = (ids: string[]) =>
    read.document.count({ where: { AND: [{ id: { in: ids } }, visibleDocuments(member)] } });
  const linked = added("documents");
  if ((ownId !== undefined && linked.includes(ownId)) || !(await isAll(linked, isReadable)))
    throw invalid("facts.linked", "notOfNetwork");
}

interface Named {
  phases: string[];
  cities: string[];
  people: string[];
  documents: string[];
}

const nothingNamed: Named = { phases: [], cities: [], people: [], documents: [] };

function idsIn(facts: DocumentFacts): Named {
  if (facts.kind === "diary-entry") return { ...nothingNamed, cities: given(facts.learnedFrom) };
  if (facts.kind !== "visit-note") return nothingNamed;
  return {
    ...nothingNamed,
    phases: given(facts.phaseId),
    people: facts.experts,
    documents: facts.linked,
  };
}

const given = (id: string) => (id === "" ? [] : [id]);

/** Who holds, or held, an expert's role in the network, by id; without ids, all of them. */
async function expertsOf(
  read: Pick<Reading, "membership">,
  networkId: string,
  ids?: string[],
): Promise<Map<string, string>> {
  const memberships = await read.membership.findMany({
    where: { networkId, role: { in: [...expertRoles] }, ...(ids ? { personId: { in: ids } } : {}) },
    select: { person: { select: { id: true, name: true } } },
  });
  return new Map(memberships.map(({ person }) => [person.id, person.name]));
}

export interface NamedDocument {
  id: string;
  title: string;
  language: string;
}

/** What the facts name, as the member may know it: documents that they may not read are left out. */
export interface NamesInFacts {
  phase: string;
  experts: string[];
  learnedFrom: string;
  linked: NamedDocument[];
}

/** The names of what these facts name. */
export async function namesIn(member: Member, facts: DocumentFacts): Promise<NamesInFacts> {
  const { phases, cities, people, documents } = idsIn(facts);
  const { read } = database();
  const networkId = member.network.id;
  const [phase, experts, places, linked] = await Promise.all([
    phases[0] ? read.phase.findFirst({ where: { id: phases[0], networkId }, select: { name: true } }) : null,
    people.length > 0 ? expertsOf(read, networkId, people) : new Map<string, string>(),
    cities.length > 0 ? placesOf(networkId) : null,
    documents.length > 0 ? readableDocuments(member, documents) : [],
  ]);
  return {
    phase: phase?.name ?? "",
    experts: people.flatMap((id) => experts.get(id) ?? []),
    learnedFrom: cities[0] ? cityName(places?.get(cities[0]), member.language) : "",
    linked: documents.flatMap((id) => linked.find((document) => document.id === id) ?? []),
  };
}

/** The facts as their readers get them: no name without consent, no id of what the reader may not know. */
export function factsForReaders(facts: DocumentFacts, names: NamesInFacts): DocumentFacts {
  if (facts.kind !== "visit-note") return facts;
  return {
    ...facts,
    met: facts.met.map((met) => (met.hasConsented ? met : { ...met, name: "" })),
    linked: names.linked.map(({ id }) => id),
  };
}

/** The facts as whoever is not signed in gets them: without people, and without what only members may open. */
export function factsForEverybody(facts: DocumentFacts): DocumentFacts {
  if (facts.kind === "minutes") return { ...facts, participants: "" };
  if (facts.kind !== "visit-note") return facts;
  const met = facts.met.map((one) => ({ ...one, name: "", hasConsented: false }));
  return { ...facts, met, experts: [], otherExperts: "", linked: [] };
}

/** More documents than this nobody looks through in a list. */
const mostDocuments = 200;

async function readableDocuments(member: Member, ids?: string[]): Promise<NamedDocument[]> {
  const documents = await database().read.document.findMany({
    where: { AND: [visibleDocuments(member), ...(ids ? [{ id: { in: ids } }] : [])] },
    select: {
      ...sharedDocument,
      title: true,
      language: true,
      publishedTitle: true,
      publishedLanguage: true,
    },
    orderBy: { updatedAt: "desc" },
    ...(ids ? {} : { take: mostDocuments }),
  });
  return documents.map((document) => {
    const { id, title, language, publishedTitle, publishedLanguage } = document;
    return readsWorkingText(member, document)
      ? { id, title, language }
      : { id, title: publishedTitle ?? "", language: publishedLanguage ?? language };
  });
}

/** What a writer chooses from; empty where the kind of document does not ask for it. */
export interface FactChoices {
  phases: Array<{ id: string; name: string }>;
  experts: Array<{ id: string; name: string }>;
  cities: Array<{ id: string; name: string }>;
  documents: NamedDocument[];
  /** Topics that the network uses, as its texts spell them. */
  topics: string[];
}

/** Those changed last and those chosen before, however old. */
async function documentsToChoose(member: Member, chosen: string[]): Promise<NamedDocument[]> {
  const latest = await readableDocuments(member);
  const older = chosen.filter((id) => !latest.some((one) => one.id === id));
  return [...latest, ...(older.length > 0 ? await readableDocuments(member, older) : [])];
}

/** The choices for a document of this kind with these facts, of what the member may know. */
export async function choicesFor(
  member: Member,
  kind: DocumentKind,
  ownId: string,
  facts?: DocumentFacts,
): Promise<FactChoices> {
  const { read } = database();
  const networkId = member.network.id;
  const isVisit = kind === "visit-note";
  const [phases, experts, places, documents, topics] = await Promise.all([
    isVisit
      ? read.phase.findMany({
          where: { networkId },
          select: { id: true, name: true },
          orderBy: [{ position: "asc" }, { id: "asc" }],
        })
      : [],
    isVisit ? expertsOf(read, networkId) : new Map<string, string>(),
    kind === "diary-entry" ? placesOf(networkId) : new Map<string, never>(),
    isVisit ? documentsToChoose(member, facts?.kind === "visit-note" ? facts.linked : []) : [],
    topicsInUse(member),
  ]);
  const byName = (one: { name: string }, other: { name: string }) =>
    one.name.localeCompare(other.name, member.language);
  return {
    phases,
    experts: [...experts].map(([id, name]) => ({ id, name })).sort(byName),
    cities: [...places].map(([id, place]) => ({ id, name: cityName(place, member.language) })).sort(byName),
    documents: documents.filter(({ id }) => id !== ownId),
    topics,
  };
}

/**
 * The topics of the texts that the member may read, the most used first; at most forty, and of the texts that changed last: of all ten
 * thousand of a large network they would cost more than the list that they narrow.
 */
export async function topicsInUse(member: Member): Promise<string[]> {
  const read = database().read;
  const latest = async (where: Prisma.DocumentWhereInput, at: "updatedAt" | "publishedAt") => {
    const orderBy: Prisma.DocumentOrderByWithRelationInput[] = [{ [at]: "desc" }, { id: "desc" }];
    const found = await read.document.findMany({
      // As the list does, whose index this is.
      where: { ...where, archivedAt: null },
      select: { id: true },
      orderBy,
      take: 300,
    });
    return found.map(({ id }) => id);
  };
  const [working, published] = await Promise.all([
    latest(visibleWorkingTexts(member), "updatedAt"),
    latest(visiblePublishedTextsAlone(member), "publishedAt"),
  ]);
  const rows = await read.documentTopic.groupBy({
    by: ["topic"],
    where: {
      OR: [
        { of: "working", documentId: { in: working } },
        { of: "published", documentId: { in: published } },
      ],
    },
    _count: { topic: true },
    _min: { label: true },
    orderBy: [{ _count: { topic: "desc" } }, { topic: "asc" }],
    take: 40,
  });
  return rows.map(({ topic, _min }) => _min.label ?? topic);
}
