// The meetings and visits that a network's documents tell of: the days in minutes and visit notes, as far as the member may read them.
import { database } from "~/platform/db.server";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { cityName, placesOf } from "../networks/places.server";
import { factsIn } from "./document-facts";

/** Of a meeting and of the one that it agreed on tell minutes, of a visit a note. */
export type MeetingKind = "meeting" | "next-meeting" | "visit";

export interface Meeting {
  kind: MeetingKind;
  documentId: string;
  /** Of the document, and the language in which it is written. */
  title: string;
  language: string;
  /** Whose document it is. */
  partnershipId: string;
  city: string;
  /** Days; `to` is the last one, the same where it took one day. */
  from: string;
  to: string;
}

type Days = Pick<Meeting, "kind" | "from" | "to">;

/**
 * In the order of their days. Of a text that the member reads as published, the published days; what is archived is left out, and so is a
 * translation of what is there already, and a next meeting of which its city has written.
 */
export async function readMeetings(member: Member): Promise<Meeting[]> {
  demand(member, "see-network");
  const [documents, places] = await Promise.all([
    database().read.document.findMany({
      where: {
        AND: [visibleDocuments(member), { kind: { in: ["minutes", "visit-note"] }, archivedAt: null }],
      },
      select: {
        ...sharedDocument,
        kind: true,
        title: true,
        language: true,
        facts: true,
        publishedTitle: true,
        publishedLanguage: true,
        publishedFacts: true,
        originalId: true,
      },
      orderBy: { id: "asc" },
    }),
    placesOf(member.network.id),
  ]);
  const told = documents.map((document) => {
    const { id, partnershipId, originalId } = document;
    const isWorking = readsWorkingText(member, document);
    const days = daysIn(document.kind, isWorking ? document.facts : document.publishedFacts);
    return {
      ...{ documentId: id, partnershipId, originalId, days },
      title: isWorking ? document.title : (document.publishedTitle ?? ""),
      language: isWorking ? document.language : (document.publishedLanguage ?? document.language),
    };
  });
  const byId = new Map(told.map((one) => [one.documentId, one]));
  const isHeld = (partnershipId: string, day: string) =>
    told.some(
      (one) =>
        one.partnershipId === partnershipId &&
        one.days.some(({ kind, from, to }) => kind !== "next-meeting" && from <= day && day <= to),
    );
  const meetings = told.flatMap(({ days, partnershipId, originalId, ...rest }) => {
    const original = byId.get(originalId ?? "")?.days ?? [];
    const city = cityName(places.get(partnershipId), member.language);
    return days
      .filter((one) => !original.some((known) => known.kind === one.kind && known.from === one.from))
      .filter(({ kind, from }) => kind !== "next-meeting" || !isHeld(partnershipId, from))
      .map((one): Meeting => ({ ...rest, ...one, partnershipId, city }));
  });
  const byTitle = new Intl.Collator(member.language);
  return meetings.sort(
    (one, other) =>
      (one.from < other.from ? -1 : Number(one.from > other.from)) || byTitle.compare(one.title, other.title),
  );
}

function daysIn(kind: string, kept: unknown): Days[] {
  if (kind === "visit-note") {
    const { startsOn, endsOn } = factsIn("visit-note", kept);
    const from = startsOn || endsOn;
    return from ? [{ kind: "visit", from, to: endsOn || from }] : [];
  }
  const { day, nextOn } = factsIn("minutes", kept);
  return [
    ...(day ? [{ kind: "meeting" as const, from: day, to: day }] : []),
    ...(nextOn ? [{ kind: "next-meeting" as const, from: nextOn, to: nextOn }] : []),
  ];
}
