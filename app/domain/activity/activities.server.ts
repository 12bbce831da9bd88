// Every change by an order goes through here: one transaction, one Activity row, and the announcement after the commit.
import { EventEmitter } from "node:events";
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import { once } from "~/platform/once";
import type { ActivityKind, Announcement, Audience } from "./activity";
import { writeActivity } from "./chain.server";

export interface NewActivity {
  /** Where whoever records it speaks of it afterwards; otherwise it gets one. */
  id?: string;
  kind: ActivityKind;
  /** Who did it; null: Torg itself. */
  personId: string | null;
  networkId?: string;
  documentId?: string;
  /** The partner it concerns; where it is not named, that of the audience. */
  partnershipId?: string;
  /** What it was done to. */
  subjectId: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  audience: Audience[];
}

/** Sockets to cut: those of one session, of all a person's, or of all but one. */
export interface SessionsEnded {
  personId: string;
  /** Only this session; otherwise all of the person's but `exceptSessionId`. */
  sessionId?: string;
  exceptSessionId?: string;
}

interface Happenings {
  announced: [Announcement, Audience[]];
  /** A row was written to the network's chain, or to the house's where none is named. */
  recorded: [{ kind: ActivityKind; networkId?: string }];
  "sessions-ended": [SessionsEnded];
  /** The person's roles are others now: what they have open is judged afresh. */
  "roles-changed": [{ personId: string }];
}

/** Where the doors hear of what happened. Told only after the commit. */
export function happenings(): EventEmitter<Happenings> {
  return once("happenings", () => new EventEmitter<Happenings>());
}

const counted = () => once("announcements-counted", () => ({ since: newId(), count: 0 }));

/** A word that is another one after every announcement of this process, and in every other process. */
export function announcedSoFar(): string {
  const { since, count } = counted();
  return `${since}.${count}`;
}

function announce(announcement: Announcement, audience: Audience[]): void {
  counted().count += 1;
  happenings().emit("announced", announcement, audience);
}

/**
 * Makes one change: the work writes, `record` writes its Activity row in the same transaction. Once all is on the disk the
 * audience hears of it. If the work throws, nothing has happened and nobody hears anything.
 */
export async function change<Value>(
  work: (transaction: Transaction, record: (activity: NewActivity) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const recorded: NewActivity[] = [];
  const value = await database().write((transaction) => {
    recorded.length = 0;
    return work(transaction, async (activity) => {
      const { audience, ...row } = activity;
      await writeActivity(transaction, {
        ...row,
        ...partnerOf(activity),
        at: now(),
        reach: widest(audience),
      });
      recorded.push(activity);
    });
  });
  for (const { kind, networkId, documentId, subjectId, audience } of recorded) {
    announce({ kind, id: documentId ?? subjectId, ...ownerIn(audience) }, audience);
    happenings().emit("recorded", { kind, ...(networkId === undefined ? {} : { networkId }) });
  }
  return value;
}

/** Whose deliverable it is, where nobody else hears of it than who sees how this partner's deliverables stand. */
function ownerIn([only, ...others]: Audience[]): Pick<Announcement, "partnershipId"> {
  return only?.room === "deliverables" && others.length === 0 ? { partnershipId: only.partnershipId } : {};
}

/** Tells open screens once more of what is recorded already and has gone on since. Call after the commit. */
export function tellAgain(announcement: Announcement, audience: Audience[]): void {
  announce(announcement, audience);
}

/**
 * The widest of the audiences; without any, what happened concerns the person alone. What is for experts alone stays so, whoever hears
 * of it besides.
 */
export function widest(audience: Audience[]): Audience["room"] {
  const rooms = new Set(audience.map(({ room }) => room));
  return (
    (
      [
        "experts-working",
        "experts-published",
        "network",
        "published",
        "open",
        "group",
        "working",
        "named",
        "finance",
        "deliverables",
        "managers",
      ] as const
    ).find((room) => rooms.has(room)) ?? "person"
  );
}

function partnerOf({ partnershipId, audience }: NewActivity): { partnershipId?: string } {
  if (partnershipId !== undefined) return { partnershipId };
  const partners = audience.flatMap((one) => ("partnershipId" in one ? [one.partnershipId] : []));
  return partners[0] === undefined ? {} : { partnershipId: partners[0] };
}

/** Tells the sockets that sessions have ended. Call after they are gone from the database. */
export function tellSessionsEnded(ended: SessionsEnded): void {
  happenings().emit("sessions-ended", ended);
}

/** Tells the sockets that a person's roles have changed. Call after the commit: theirs are cut, and come back to be judged afresh. */
export function tellRolesChanged(personId: string): void {
  happenings().emit("roles-changed", { personId });
}
