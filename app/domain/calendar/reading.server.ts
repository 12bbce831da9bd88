// What a calendar program reads at a feed's address: judged as the one whose feed it is, from what stands at that moment.
import { translate } from "~/i18n/translate.server";
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { chargeFeed, chargeUnknownFeed } from "../accounts/limits.server";
import type { Caller } from "../accounts/sessions.server";
import type { Member } from "../access/member";
import { membersOf, type PersonActing } from "../access/members.server";
import { notFound } from "../refusal";
import { entriesOf, seesOffered, type EntryOfKind } from "./entry-kinds.server";
import { hashOfSecret } from "./feed-secret.server";
import {
  offeredOf,
  rowsToWrite,
  type CancelledTitle,
  type KeptEntry,
  type OfferedEntry,
} from "./offered.server";

export interface FeedRead {
  name: string;
  language: string;
  /** By day. The same, to the letter, as long as nothing changes. */
  entries: OfferedEntry[];
}

interface FoundFeed {
  id: string;
  secretHash: string;
  lastReadAt: Date | null;
  network: { id: string; name: string } | null;
  person: PersonActing;
}

/** Milliseconds after which a reading is noted again. */
const noted = 3_600_000;

/**
 * Reads the feed with this secret. Refuses `not-found` a secret that opens nothing, or nothing any more, also of an account that is
 * closed; and `invalid` with the minutes to wait after too many readings, or too many tries from one address.
 */
export async function readFeed({ address }: Pick<Caller, "address">, secret: string): Promise<FeedRead> {
  const feed = await findFeed(hashOfSecret(secret));
  if (!feed) {
    await chargeUnknownFeed(address);
    throw notFound();
  }
  await chargeFeed(feed.id);
  // One after the other: what was read earlier and written later would be offered as a change.
  return inTurn(`calendar ${feed.id}`, () => readInTurn(feed));
}

async function findFeed(secretHash: string): Promise<FoundFeed | null> {
  const feed = await database().read.calendarFeed.findUnique({
    where: { secretHash },
    select: {
      id: true,
      secretHash: true,
      lastReadAt: true,
      network: { select: { id: true, name: true } },
      person: { select: { id: true, name: true, language: true, timeZone: true, deactivatedAt: true } },
    },
  });
  return feed?.person.deactivatedAt === null ? feed : null;
}

async function readInTurn(feed: FoundFeed): Promise<FeedRead> {
  const { network, person } = feed;
  const held = await membersOf(person);
  const members = held.filter((member) => network === null || member.network.id === network.id);
  const entries = await entriesOf(members, network === null ? "mine" : "network");
  const t = translate(person.language);
  const titleOf: CancelledTitle = (kept) =>
    seesOffered(members, kept) ? kept.title : t("calendar:noLongerShown");
  const at = now();
  const kept = await keptAfter(feed, entries, titleOf, at);
  const name = nameOf(members, feed.network, person.language);
  return { name, language: person.language, entries: offeredOf(kept, entries, titleOf, at) };
}

/** A network that its reader does not belong to any more is not named. */
function nameOf(members: readonly Member[], network: FoundFeed["network"], language: string): string {
  const t = translate(language);
  if (network === null) return t("calendar:name.mine");
  return `Torg: ${members.length > 0 ? network.name : t("calendar:name.former")}`;
}

/** Keeps what is offered now. Refuses `not-found` where the address was replaced or switched off meanwhile. */
async function keptAfter(
  { id, secretHash, lastReadAt }: FoundFeed,
  entries: readonly EntryOfKind[],
  titleOf: CancelledTitle,
  at: Date,
): Promise<KeptEntry[]> {
  const feedId = id;
  const known = await database().read.calendarEntry.findMany({ where: { feedId } });
  const isNoted = lastReadAt !== null && at.getTime() - lastReadAt.getTime() < noted;
  if (isNoted && rowsToWrite(known, entries, titleOf, at).length === 0) return known;
  return database().write(async (transaction) => {
    const { count } = await transaction.calendarFeed.updateMany({
      where: { id, secretHash },
      data: { lastReadAt: at },
    });
    if (count === 0) throw notFound();
    const kept = await transaction.calendarEntry.findMany({ where: { feedId } });
    await writeRows(transaction, feedId, rowsToWrite(kept, entries, titleOf, at));
    return transaction.calendarEntry.findMany({ where: { feedId } });
  });
}

async function writeRows(
  transaction: Transaction,
  feedId: string,
  rows: readonly KeptEntry[],
): Promise<void> {
  for (const row of rows)
    await transaction.calendarEntry.upsert({
      where: { feedId_uid: { feedId, uid: row.uid } },
      create: { ...row, feedId },
      update: row,
    });
}
