// What happened in a network, as far as a member may know of it: the feed, newest first, and what it can be narrowed by.
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { mayRestore, readsWorkingText, sharedDocument } from "../access/document-texts";
import { can, demand, type Member } from "../access/member";
import { isRole, type Role } from "../access/role";
import { visibleActivities, visibleComments, visibleDocuments } from "../access/visible-to.server";
import { activityKinds, type ActivityKind } from "../activity/activity";
import {
  aboutPersons,
  changesIn,
  kindsAbout,
  preciseIn,
  shortValue,
  titleIn,
  type FeedChange,
  type FeedFilter,
  type FeedPlace,
} from "../activity/feed";
import { partnershipIdsIn } from "./invitation";
import { concerningCity } from "./feed-of-city.server";
import { citiesOf, cityName, placesOf } from "./places.server";
import { dayAfter } from "./calendar-day";
import { beginningOfDay } from "./reader-days";

export interface FeedRow {
  id: string;
  kind: ActivityKind;
  by: { id: string; name: string; colour: number } | null;
  /** The text it was done to, where the member may read that. */
  documentId: string | null;
  /** The remark it was done to, where that still stands and the member may read it, and on which text it was made. */
  remark: { id: string; madeOn: string } | null;
  /** The deliverable it was done to, also where that is no longer asked for, and whose it is where it is one partner's. */
  deliverable: { id: string; partnershipId: string | null } | null;
  /** It was done to a text that is in the trash, or was. */
  isDeleted: boolean;
  /** What it was done to, as the member may know it; empty where that has no name. */
  title: string;
  cities: string[];
  /** To whom it was done. */
  person: string;
  role: Role | null;
  /** To whom or as what, where the kind says that precisely: see `preciseSentences`. */
  precisely: string | null;
  /** The language of a template, as a code; null for what is done to anything else. */
  language: string | null;
  /** What it was and what it became, where that is short. */
  changes: FeedChange[];
  at: Date;
}

export interface Feed {
  rows: FeedRow[];
  /** Where the next page begins; null: this is the last. */
  older: FeedPlace | null;
  /** How many there are in all pages, counted as far as `countedTo`. */
  count: number;
}

/** Rows of a page. */
const pageSize = 50;

const newestFirst: Prisma.ActivityOrderByWithRelationInput[] = [{ at: "desc" }, { position: "desc" }];

/** Counting goes no further: to know that there are very many is enough. */
export const countedTo = 1_000;

/** A page of the feed. A filter that names nobody and nothing here finds nothing. */
export async function readFeed(member: Member, filter: FeedFilter = {}): Promise<Feed> {
  demand(member, "see-network");
  const where = await narrowed(member, filter);
  const found = await readRows(member, where, pageSize + 1, filter.older);
  // A first page that is not full has counted itself.
  const isAll = !filter.older && found.length <= pageSize;
  const count = isAll
    ? found.length
    : await database().read.activity.count({ where, orderBy: newestFirst, take: countedTo + 1 });
  const last = found.length > pageSize ? found[pageSize - 1] : undefined;
  return {
    rows: found.slice(0, pageSize).map(({ row }) => row),
    older: last ? { at: last.row.at, position: last.position } : null,
    count,
  };
}

/** The latest happenings, at most so many. */
export async function latestHappenings(member: Member, atMost: number): Promise<FeedRow[]> {
  demand(member, "see-network");
  return (await readRows(member, visibleActivities(member), atMost)).map(({ row }) => row);
}

export interface FeedChoices {
  people: Array<{ id: string; name: string }>;
  cities: Array<{ id: string; name: string }>;
}

/** Who and where a feed can be narrowed to: everybody who holds or held a role here, and every city that is or was in the network. */
export async function feedChoices(member: Member): Promise<FeedChoices> {
  demand(member, "see-network");
  const people = await database().read.$queryRaw<FeedChoices["people"]>`
    SELECT id, name FROM Person WHERE id IN (SELECT personId FROM Membership WHERE networkId = ${member.network.id})`;
  const byName = new Intl.Collator(member.language);
  people.sort((one, other) => byName.compare(one.name, other.name));
  return { people, cities: await citiesOf(member.network.id, member.language) };
}

async function narrowed(member: Member, filter: FeedFilter): Promise<Prisma.ActivityWhereInput> {
  const { personId, city, topic, from, to } = filter;
  const visible = visibleActivities(member);
  const since = from === undefined ? {} : { gte: beginningOfDay(from, member.timeZone) };
  const until = to === undefined ? {} : { lt: beginningOfDay(dayAfter(to, 1), member.timeZone) };
  return {
    ...(city === undefined ? visible : { AND: [visible, await concerningCity(member, city)] }),
    ...(personId === undefined ? {} : { personId }),
    ...(topic === undefined ? {} : { kind: { in: kindsAbout(topic) } }),
    ...(from === undefined && to === undefined ? {} : { at: { ...since, ...until } }),
  };
}

async function readRows(
  member: Member,
  where: Prisma.ActivityWhereInput,
  atMost: number,
  older?: FeedPlace,
): Promise<Array<{ position: number; row: FeedRow }>> {
  // The places first, which an index alone tells; only then the rows themselves.
  const ids = await database().read.activity.findMany({
    where: older ? { AND: [where, after(older)] } : where,
    select: { id: true },
    orderBy: newestFirst,
    take: atMost,
  });
  const found = await database().read.activity.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: {
      id: true,
      position: true,
      kind: true,
      documentId: true,
      partnershipId: true,
      subjectId: true,
      before: true,
      after: true,
      at: true,
      person: { select: { id: true, name: true, colour: true } },
    },
    orderBy: newestFirst,
  });
  const [titles, remarks, deliverables, people, places] = await Promise.all([
    titlesOf(member, distinct(found.map(({ documentId }) => documentId))),
    remarksIn(member, found),
    deliverablesIn(member, found),
    namesOf(distinct(found.filter(isAboutPerson).map(({ subjectId }) => subjectId))),
    placesOf(member.network.id),
  ]);
  return found.flatMap(
    ({ position, kind: name, person, documentId, partnershipId, subjectId, ...activity }) => {
      const kind = activityKinds.find((known) => known === name);
      if (!kind) return [];
      const { id, before, after, at } = activity;
      const title = documentId === null ? titleIn(before, after) : (titles.get(documentId)?.title ?? "");
      const named = shortValue(after, "role") ?? shortValue(before, "role");
      const row: FeedRow = {
        id,
        kind,
        by: person,
        documentId: documentId !== null && titles.get(documentId)?.isThere ? documentId : null,
        remark: remarks.get(subjectId) ?? null,
        deliverable: deliverables.has(subjectId) ? { id: subjectId, partnershipId } : null,
        isDeleted: documentId !== null && titles.get(documentId)?.title === "",
        title,
        cities: partnersIn(after, partnershipId).flatMap(
          (partner) => cityName(places.get(partner), member.language) || [],
        ),
        person: people.get(subjectId) ?? "",
        precisely: preciseIn(kind, after),
        language: templateLanguageIn(kind, after),
        role: typeof named === "string" && isRole(named) ? named : null,
        // What a text was called is told only to those who may know what it is called.
        changes: documentId !== null && !title ? [] : changesIn(before, after),
        at,
      };
      return [{ position, row }];
    },
  );
}

/** The partners a row concerns: those it names itself, where a role is for several, or somebody says what a city does. */
function partnersIn(after: unknown, partnershipId: string | null): string[] {
  const { partnershipIds, markedFor } = (after ?? {}) as { partnershipIds?: unknown; markedFor?: unknown };
  const named = partnershipIdsIn(partnershipIds ?? [markedFor]);
  return named.length > 0 || partnershipId === null ? named : [partnershipId];
}

function templateLanguageIn(kind: ActivityKind, after: unknown): string | null {
  const language = kind.startsWith("template-") ? shortValue(after, "language") : null;
  return typeof language === "string" ? language : null;
}

/** Whether the subject of a row is a person. */
function isAboutPerson({ documentId, kind }: { documentId: string | null; kind: string }): boolean {
  return documentId === null || aboutPersons.some((known) => known === kind);
}

/** What comes after this place in a feed, which runs from the newest to the oldest. */
function after({ at, position }: FeedPlace): Prisma.ActivityWhereInput {
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { position: { lt: position } }] };
}

interface Titled {
  title: string;
  /** Not in the trash. */
  isThere: boolean;
}

/** The titles of those documents that the member may read, as far as they may read them, and of those they may bring back. */
async function titlesOf(member: Member, ids: string[]): Promise<Map<string, Titled>> {
  if (ids.length === 0) return new Map();
  const networkId = member.network.id;
  const documents = await database().read.document.findMany({
    where: {
      AND: [{ id: { in: ids } }, { OR: [visibleDocuments(member), { networkId, trashedAt: { not: null } }] }],
    },
    select: {
      ...sharedDocument,
      kind: true,
      sealedAt: true,
      createdById: true,
      purgedAt: true,
      title: true,
      publishedTitle: true,
    },
  });
  return new Map(
    documents.flatMap((document): Array<[string, Titled]> => {
      const { id, title, publishedTitle, trashedAt } = document;
      if (trashedAt !== null)
        return [[id, { title: mayRestore(member, document) ? title : "", isThere: false }]];
      const known = readsWorkingText(member, document) ? title : (publishedTitle ?? "");
      return [[id, { title: known, isThere: true }]];
    }),
  );
}

async function deliverablesIn(member: Member, rows: ReadonlyArray<{ kind: string; subjectId: string }>) {
  const ids = rows.flatMap(({ kind, subjectId }) => (kind.startsWith("deliverable-") ? [subjectId] : []));
  if (ids.length === 0 || !can(member, "see-deliverables")) return new Set<string>();
  const found = await database().read.deliverable.findMany({
    where: { id: { in: distinct(ids) }, networkId: member.network.id },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}

async function remarksIn(member: Member, rows: ReadonlyArray<{ kind: string; subjectId: string }>) {
  const ids = rows.flatMap(({ kind, subjectId }) => (kind.startsWith("comment-") ? [subjectId] : []));
  if (ids.length === 0) return new Map<string, { id: string; madeOn: string }>();
  const remarks = await database().read.comment.findMany({
    where: { AND: [visibleComments(member), { id: { in: ids }, deletedAt: null }] },
    select: { id: true, madeOn: true },
  });
  return new Map(remarks.map((remark) => [remark.id, remark]));
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await database().read.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function distinct(ids: Array<string | null>): string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
