// What was handed over, for those it concerns: both persons, who manages members, and the city's officers.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { mayGive } from "../access/giving";
import { can, demand, reachOf, type Member } from "../access/member";
import { visibleComments, visibleDocuments } from "../access/visible-to.server";
import { remarkAddress } from "../comments/remark-address";
import { cityName, placesOf } from "../networks/places.server";
import { readRoster, type PersonInNetwork } from "../networks/roster.server";
import { notFound } from "../refusal";
import { openKinds, type OpenKind, type OpenThing } from "./handover";

export interface HandoverPerson {
  id: string;
  name: string;
  colour: number;
}

export interface OpenThingView {
  kind: OpenKind;
  id: string;
  /** Null where the reader may not know it. */
  title: string | null;
  /** The address inside the network where the reader finds it; null where they may not. */
  at: string | null;
}

export interface HandoverView {
  id: string;
  from: HandoverPerson;
  to: HandoverPerson;
  city: string;
  at: Date;
  things: OpenThingView[];
}

/** A handover with what was open then; titles and ways to it only as far as the member may read it today. Refuses `not-found` others. */
export async function readHandover(member: Member, handoverId: string): Promise<HandoverView> {
  const handover = await database().read.handover.findFirst({
    where: { id: handoverId, ...visibleHandovers(member) },
    select: { ...columns, things: true },
  });
  if (!handover) throw notFound();
  const things = thingsIn(handover.things);
  const places = await placesOf(member.network.id);
  const { partnershipId, id, from, to, at } = handover;
  return {
    id,
    from,
    to,
    at,
    city: cityName(places.get(partnershipId), member.language),
    things: await asReadBy(member, partnershipId, things),
  };
}

export type HandoverLine = Omit<HandoverView, "things">;

/** The handovers from or to this person that the member may read, the latest first. */
export async function listHandovers(member: Member, personId: string): Promise<HandoverLine[]> {
  const handovers = await database().read.handover.findMany({
    where: { AND: [visibleHandovers(member), { OR: [{ fromId: personId }, { toId: personId }] }] },
    select: columns,
    orderBy: { at: "desc" },
  });
  return inLines(member, handovers);
}

/** Milliseconds for which a successor's home names what they took over. */
const newFor = 14 * 86_400_000;

/** What was handed over to the member in the last 14 days for a city that they still have a role for, the latest first. */
export async function takenOverLately(member: Member): Promise<HandoverLine[]> {
  demand(member, "see-network");
  const handovers = await database().read.handover.findMany({
    where: {
      networkId: member.network.id,
      toId: member.personId,
      partnershipId: { in: member.roles.flatMap(({ partnershipId }) => partnershipId ?? []) },
      at: { gt: new Date(now().getTime() - newFor) },
    },
    select: columns,
    orderBy: { at: "desc" },
  });
  return inLines(member, handovers);
}

export interface Successor {
  id: string;
  name: string;
  /** Whether they hold the role already; otherwise they get it. */
  hasRole: boolean;
}

/**
 * To whom the member may hand over this person's roles that write for a city, by the role's id: who holds the role already first.
 * Roles that the member may not hand over are left out.
 */
export async function listSuccessors(
  member: Member,
  person: PersonInNetwork,
): Promise<Record<string, Successor[]>> {
  const isOwn = person.id === member.personId;
  const leaving = person.roles.filter(
    ({ canBeHandedOver, role, partnershipId }) =>
      canBeHandedOver &&
      (mayGive(member, role, partnershipId) ||
        (isOwn && can(member, "write-document", partnershipId ?? undefined))),
  );
  if (leaving.length === 0) return {};
  const { people } = await readRoster(member);
  return Object.fromEntries(
    leaving.map(({ membershipId, role, partnershipId }) => {
      const successors = people
        .filter(({ id }) => id !== person.id)
        .map(({ id, name, roles }) => ({
          id,
          name,
          hasRole: roles.some((held) => held.role === role && held.partnershipId === partnershipId),
        }))
        .filter(({ hasRole }) => hasRole || mayGive(member, role, partnershipId))
        .sort((one, other) => Number(other.hasRole) - Number(one.hasRole));
      return [membershipId, successors];
    }),
  );
}

const person = { select: { id: true, name: true, colour: true } } as const;
const columns = { id: true, from: person, to: person, partnershipId: true, at: true } as const;

type HandoverRow = Omit<HandoverLine, "city"> & { partnershipId: string };

async function inLines(member: Member, rows: HandoverRow[]): Promise<HandoverLine[]> {
  const places = await placesOf(member.network.id);
  return rows.map(({ partnershipId, ...row }) => ({
    ...row,
    city: cityName(places.get(partnershipId), member.language),
  }));
}

function visibleHandovers(member: Member) {
  const written = reachOf(member, "write-document");
  return {
    networkId: member.network.id,
    ...(can(member, "manage-members") || written.everywhere
      ? {}
      : {
          OR: [
            { fromId: member.personId },
            { toId: member.personId },
            { partnershipId: { in: written.partnershipIds } },
          ],
        }),
  };
}

async function asReadBy(
  member: Member,
  partnershipId: string,
  things: OpenThing[],
): Promise<OpenThingView[]> {
  const { read } = database();
  const documentIds = things.flatMap(({ documentId }) => documentId ?? []);
  const documents = await read.document.findMany({
    where: { AND: [visibleDocuments(member), { id: { in: documentIds } }] },
    select: { ...sharedDocument, title: true, publishedTitle: true },
  });
  const comments = await read.comment.findMany({
    where: {
      AND: [
        visibleComments(member),
        { id: { in: things.flatMap(({ kind, id }) => (kind === "comment" ? [id] : [])) } },
      ],
    },
    select: { id: true },
  });
  const titles = new Map(
    documents.map((document) => [
      document.id,
      readsWorkingText(member, document) ? document.title : document.publishedTitle,
    ]),
  );
  const remarks = new Set(comments.map(({ id }) => id));
  const seesInvitations = can(member, "manage-members") || can(member, "manage-local-groups", partnershipId);
  return things.map(({ kind, id, documentId, title }) => {
    if (kind === "invitation")
      return seesInvitations ? { kind, id, title, at: "invitations" } : { kind, id, title: null, at: null };
    const known = (documentId && titles.get(documentId)) || null;
    const isReadable = known !== null && (kind !== "comment" || remarks.has(id));
    if (!isReadable) return { kind, id, title: null, at: null };
    const place = `documents/${documentId}`;
    return { kind, id, title: known, at: kind === "comment" ? remarkAddress(place, id) : place };
  });
}

function thingsIn(stored: unknown): OpenThing[] {
  if (!Array.isArray(stored)) return [];
  return (stored as OpenThing[]).filter(({ kind }) => openKinds.includes(kind));
}
