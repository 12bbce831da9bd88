// The list of all documents that a member may know of: narrowed, sorted, counted, a page at a time. No text is read for it.
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { fold } from "~/text/fold";
import { mayWrite, readsWorkingText, sharedDocument, type DocumentText } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { readsRemark } from "../access/remarks";
import { visiblePublishedTextsAlone, visibleWorkingTexts } from "../access/visible-to.server";
import { dayAfter } from "../networks/calendar-day";
import { cityName, partnershipsInCity, placesOf } from "../networks/places.server";
import { beginningOfDay } from "../networks/reader-days";
import { mayBegin } from "./beginning";
import {
  documentKinds,
  isSignedText,
  stateOf,
  type DocumentKind,
  type DocumentState,
  type WorkingVisibility,
} from "./document";
import { firstOf, folded, type Ranked } from "./list-order";
import { listPageSize, type DocumentFilter, type ListedState } from "./document-list";

export interface DocumentRow {
  id: string;
  kind: DocumentKind;
  title: string;
  language: string;
  city: string;
  country: string;
  state: DocumentState;
  /** What the member reads of it is what both sides of a visit have signed. */
  isSigned: boolean;
  /** The member may read the working text: title, day and state are then the working ones. */
  isOwn: boolean;
  /** How far the working text is open; said only to those who read that text. */
  visibility: WorkingVisibility | null;
  /** There is something that the member may do with it as a whole. */
  mayManage: boolean;
  isArchived: boolean;
  /** The day it is about, "YYYY-MM-DD". */
  day: string | null;
  /** When it was changed or, where only the published text is read, published. */
  at: Date;
  comments: number;
}

export interface DocumentList {
  rows: DocumentRow[];
  /** In all pages. */
  count: number;
  /** The page that is shown, and how many there are; at least one. */
  page: number;
  pages: number;
  /** How many there are of each kind, with everything else as it was asked for. */
  kinds: Record<DocumentKind, number>;
}

/**
 * A page of the documents whose working or published text the member may read, each as they may read it: narrowing and order know
 * nothing of a working text that is not theirs to read. `among` narrows to these ids (for what waits for the member, which other
 * rooms know). A page that is not there shows the last one.
 */
export async function listDocuments(
  member: Member,
  filter: DocumentFilter = {},
  among?: readonly string[],
): Promise<DocumentList> {
  demand(member, "see-network");
  const [working, published] = await Promise.all([
    narrowed(member, "working", filter, among),
    narrowed(member, "published", filter, among),
  ]);
  const counted = await database().read.document.groupBy({
    by: ["kind"],
    where: { OR: [working, published] },
    _count: true,
  });
  const countOf = (kind: DocumentKind) => counted.find((row) => row.kind === kind)?._count ?? 0;
  const kinds = Object.fromEntries(documentKinds.map((kind) => [kind, countOf(kind)]));
  const count = filter.kind
    ? countOf(filter.kind)
    : Object.values(kinds).reduce((sum, ofKind) => sum + ofKind, 0);
  const pages = Math.max(1, Math.ceil(count / listPageSize));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const ids = await inOrder(member, filter, { working, published }, page);
  return { rows: await rowsOf(member, ids), count, page, pages, kinds: kinds as DocumentList["kinds"] };
}

/** What each text of a document is called in its row. */
const columns = {
  working: { title: "title", day: "day", at: "updatedAt" },
  published: { title: "publishedTitle", day: "publishedDay", at: "publishedAt" },
} as const;

type Narrowed = Record<DocumentText, Prisma.DocumentWhereInput>;

/** The ids of a page. Both ways of reading a document are asked for in order and put together here. */
async function inOrder(
  member: Member,
  { kind, sort = "changed" }: DocumentFilter,
  where: Narrowed,
  page: number,
): Promise<string[]> {
  const places = sort === "city" ? await placesOf(member.network.id) : undefined;
  const cityOf = (partnershipId: string) => cityName(places?.get(partnershipId), member.language);
  const ranked = async (of: DocumentText): Promise<Ranked[]> => {
    const { title, day, at } = columns[of];
    const isByTime = sort === "changed" || sort === "day";
    const found = await database().read.document.findMany({
      where: { AND: [where[of], kind ? { kind } : {}] },
      select: {
        id: true,
        // By title nothing else is asked for: of ten thousand rows each column costs.
        ...(sort === "title" ? { [title]: true } : { [at]: true }),
        ...(sort === "day" && { [day]: true }),
        ...(sort === "city" && { partnershipId: true }),
      },
      // By title or city they are sorted below, as people of the reader's language sort.
      ...(isByTime && {
        orderBy: [...(sort === "day" ? [{ [day]: "desc" }] : []), { [at]: "desc" }, { id: "desc" }],
        take: page * listPageSize,
      }),
    });
    return (found as unknown as Array<Record<string, string | Date | null> & { id: string }>).map((row) => {
      const instant = (row[at] as Date | null)?.toISOString() ?? "";
      switch (sort) {
        case "changed":
          return { id: row.id, key: instant };
        case "day":
          return { id: row.id, key: `${String(row[day] ?? "").padEnd(10)} ${instant}` };
        case "title":
          return { id: row.id, key: folded(String(row[title] ?? "")) };
        case "city":
          return { id: row.id, key: `${folded(cityOf(String(row.partnershipId)))}\n${reversed(instant)}` };
      }
    });
  };
  const [working, published] = await Promise.all([ranked("working"), ranked("published")]);
  const direction = sort === "title" || sort === "city" ? 1 : -1;
  const compare = (one: Ranked, other: Ranked) =>
    one.key < other.key || (one.key === other.key && one.id < other.id) ? -direction : direction;
  return firstOf([...working, ...published], page * listPageSize, compare)
    .slice((page - 1) * listPageSize)
    .map(({ id }) => id);
}

/** An instant as a text that sorts the other way round: within a city the latest comes first. */
function reversed(instant: string): string {
  return String(8.64e15 - (Date.parse(instant) || 0)).padStart(16, "0");
}

/** Which documents the filter (but for their kind) leaves, of those whose working text is read, or of which only the published one is. */
async function narrowed(
  member: Member,
  of: DocumentText,
  filter: DocumentFilter,
  among?: readonly string[],
): Promise<Prisma.DocumentWhereInput> {
  const { city, topic, language, state, whose, from, to } = filter;
  const { network, personId, timeZone } = member;
  const isWorking = of === "working";
  const every: Prisma.DocumentWhereInput[] = [
    isWorking ? visibleWorkingTexts(member) : visiblePublishedTextsAlone(member),
    inState(of, state),
  ];
  if (city !== undefined)
    every.push({ partnershipId: { in: await partnershipsInCity(network.id, city, member.language) } });
  if (topic !== undefined) every.push({ topics: { some: { of, topic: fold(topic) } } });
  if (language !== undefined) every.push(isWorking ? { language } : { publishedLanguage: language });
  if (whose === "mine") every.push({ OR: [{ responsibleId: personId }, { createdById: personId }] });
  if (whose === "named") every.push({ id: { in: [...member.named.keys()] } });
  if (among) every.push({ id: { in: among.slice(0, mostAmong) } });
  const at = {
    ...(from !== undefined && { gte: beginningOfDay(from, timeZone) }),
    ...(to !== undefined && { lt: beginningOfDay(dayAfter(to, 1), timeZone) }),
  };
  if (from !== undefined || to !== undefined) every.push(isWorking ? { updatedAt: at } : { publishedAt: at });
  return { AND: every };
}

/** A working text that is not read is in no state: its published one is published. */
function inState(of: DocumentText, state: ListedState | undefined): Prisma.DocumentWhereInput {
  const { revision } = database().read.document.fields;
  const inLists = { archivedAt: null };
  switch (state) {
    case undefined:
      return inLists;
    case "archived":
      return { archivedAt: { not: null } };
    case "public":
      return { ...inLists, publishedVisibility: "public" };
    case "published":
      return { ...inLists, publishedRevision: { not: null } };
    case "draft":
      return of === "working" ? { ...inLists, publishedRevision: null, OR: unsigned } : none;
    case "signed":
      return {
        ...inLists,
        kind: "visit-note",
        sealedAt: { not: null },
        ...(of === "published" && { publishedRevision: { equals: revision } }),
      };
    case "changed":
      return of === "working"
        ? { ...inLists, publishedRevision: { not: null }, NOT: { publishedRevision: { equals: revision } } }
        : none;
  }
}

/** Only visit notes are signed: of everything else the list's own index says enough. */
const unsigned: Prisma.DocumentWhereInput[] = [{ kind: { not: "visit-note" } }, { sealedAt: null }];

/** As many ids as a query may name beside all else it asks. */
const mostAmong = 300;

const none: Prisma.DocumentWhereInput = { id: { in: [] } };

async function rowsOf(member: Member, ids: string[]): Promise<DocumentRow[]> {
  const [documents, places] = await Promise.all([
    database().read.document.findMany({
      // By their ids alone: with the network beside them SQLite would walk through all that it has. What is of another is left out below.
      where: { id: { in: ids } },
      select: {
        ...sharedDocument,
        networkId: true,
        kind: true,
        revision: true,
        title: true,
        language: true,
        day: true,
        updatedAt: true,
        archivedAt: true,
        sealedAt: true,
        publishedRevision: true,
        publishedTitle: true,
        publishedLanguage: true,
        publishedDay: true,
        publishedAt: true,
        comments: {
          where: { deletedAt: null },
          select: { madeOn: true, readers: true, authorId: true },
        },
      },
    }),
    placesOf(member.network.id),
  ]);
  const own = documents.filter(({ networkId }) => networkId === member.network.id);
  const rows = own.map((document): DocumentRow => {
    const { id, kind, partnershipId, updatedAt, archivedAt, comments } = document;
    const place = places.get(partnershipId);
    const isOwn = readsWorkingText(member, document);
    return {
      id,
      kind: kind as DocumentKind,
      title: isOwn ? document.title : (document.publishedTitle ?? ""),
      language: isOwn ? document.language : (document.publishedLanguage ?? document.language),
      city: cityName(place, member.language),
      country: place?.country ?? "",
      state: isOwn ? stateOf(document) : "published",
      isSigned: isSignedText(isOwn ? "working" : "published", document),
      isOwn,
      visibility: isOwn ? (document.visibility as WorkingVisibility) : null,
      mayManage: mayBegin(member) || mayWrite(member, document),
      isArchived: archivedAt !== null,
      day: isOwn ? document.day : document.publishedDay,
      at: isOwn ? updatedAt : (document.publishedAt ?? updatedAt),
      comments: comments.filter((comment) => readsRemark(member, comment, document)).length,
    };
  });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
