// Watching and muting a document, a city or a network: nobody else's business, and no happening.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { cityName, placesOf } from "../networks/places.server";
import { notFound } from "../refusal";
import { attentionPlaces, wishes, type AttentionPlace, type Wish } from "./notice";
import type { SetAttention } from "./notice-orders";

/** By person, what they wish of a place: that of the nearest place counts, the document's before the city's before the network's. */
export type Attentive = ReadonlyMap<string, "watch" | "mute">;

/** What people wish of the places where something happened. */
export async function attentionTo({
  networkId,
  documentId,
}: {
  networkId: string;
  documentId: string | null;
}): Promise<Attentive> {
  const { read } = database();
  const document =
    documentId === null
      ? null
      : await read.document.findUnique({ where: { id: documentId }, select: { partnershipId: true } });
  const places: Array<{ place: AttentionPlace; placeId: string }> = [
    { place: "network", placeId: networkId },
    ...(document ? [{ place: "city" as const, placeId: document.partnershipId }] : []),
    ...(documentId === null ? [] : [{ place: "document" as const, placeId: documentId }]),
  ];
  const rows = await read.attention.findMany({
    where: { networkId, OR: places },
    select: { personId: true, place: true, wish: true },
  });
  const farFirst = [...rows].sort((one, other) => nearness(one.place) - nearness(other.place));
  return new Map(farFirst.map(({ personId, wish }) => [personId, wish === "mute" ? "mute" : "watch"]));
}

function nearness(place: string): number {
  return -attentionPlaces.findIndex((known) => known === place);
}

export interface PlaceView {
  place: AttentionPlace;
  placeId: string;
  /** As the member may know it. */
  name: string;
  /** Of the name, where it is a text's title. */
  language: string | null;
  wish: Wish;
}

/**
 * The document (or the city of the partnership) and what it belongs to, the nearest first, with what the member wishes of each; without
 * either, the network alone. Refuses `not-found` what the member may not know of.
 */
export async function readAttention(
  member: Member,
  { documentId, partnershipId }: { documentId?: string; partnershipId?: string },
): Promise<PlaceView[]> {
  const document = documentId === undefined ? null : await knownDocument(member, documentId);
  const city = document?.partnershipId ?? partnershipId;
  const places: Array<Omit<PlaceView, "wish">> = [
    ...(document
      ? [
          {
            place: "document" as const,
            placeId: document.id,
            name: document.known,
            language: document.language,
          },
        ]
      : []),
    ...(city === undefined
      ? []
      : [{ place: "city" as const, placeId: city, name: await cityOf(member, city), language: null }]),
    { place: "network", placeId: member.network.id, name: member.network.name, language: null },
  ];
  const rows = await database().read.attention.findMany({
    where: { personId: member.personId, placeId: { in: places.map(({ placeId }) => placeId) } },
    select: { placeId: true, wish: true },
  });
  const wished = new Map(rows.map(({ placeId, wish }) => [placeId, wishes.find((one) => one === wish)]));
  return places.map((one) => ({ ...one, wish: wished.get(one.placeId) ?? "usual" }));
}

/** Sets what the member wishes of a place. Refuses `not-found` what they may not know of, and what is in another network. */
export async function setAttention(member: Member, { place, placeId, wish }: SetAttention): Promise<void> {
  if (place === "document") await knownDocument(member, placeId);
  else if (place === "city") await cityOf(member, placeId);
  else if (placeId !== member.network.id) throw notFound();
  const { personId } = member;
  const key = { personId_place_placeId: { personId, place, placeId } };
  await database().write(async (transaction) => {
    if (wish === "usual") await transaction.attention.deleteMany({ where: { personId, place, placeId } });
    else
      await transaction.attention.upsert({
        where: key,
        create: { personId, networkId: member.network.id, place, placeId, wish },
        update: { wish },
      });
  });
}

async function knownDocument(member: Member, id: string) {
  const document = await database().read.document.findFirst({
    where: { AND: [visibleDocuments(member), { id }] },
    select: {
      ...sharedDocument,
      title: true,
      language: true,
      publishedTitle: true,
      publishedLanguage: true,
    },
  });
  if (!document) throw notFound();
  const readsWorking = readsWorkingText(member, document);
  return {
    ...document,
    known: readsWorking ? document.title : (document.publishedTitle ?? ""),
    language: readsWorking ? document.language : (document.publishedLanguage ?? document.language),
  };
}

async function cityOf(member: Member, partnershipId: string): Promise<string> {
  const place = (await placesOf(member.network.id)).get(partnershipId);
  if (!place) throw notFound();
  return cityName(place, member.language) ?? "";
}
