// A translation and its original: which publication or named version it follows, and what has been fixed of the original since.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import {
  mayWrite,
  readsPublishedText,
  readsWorkingText,
  sharedDocument,
  type SharedDocument,
} from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { FollowOriginal } from "./managing-orders";

/** A translation, as far as it knows what it follows. */
export type Followed = SharedDocument & {
  kind: string;
  sealedAt: Date | null;
  followsPublication: number | null;
  followsRevision: number | null;
};

/** What was published or named of the original, and is not followed yet. */
export interface FixedSince {
  revision: number;
  /** Of the publication; null: it was named and not published. */
  number: number | null;
  /** Of the named version; null: it was published and has no name, or none that the member may know. */
  name: string | null;
  at: Date;
}

export interface Standing {
  behind: number;
  /** The latest first. */
  since: FixedSince[];
  /** When the original was withdrawn, where nothing of it is published now. */
  withdrawnAt: Date | null;
  mayFollow: boolean;
}

/** More are not named. */
const most = 100;

/** A version may also be locked by being published, without a name. */
const withName = { name: { not: "" } };

/** How a translation stands to its original, for a member who may read both; of named versions know those who read its working text. */
export async function standingTo(member: Member, originalId: string, document: Followed): Promise<Standing> {
  const { read } = database();
  const original = await read.document.findUniqueOrThrow({
    where: { id: originalId },
    select: { ...sharedDocument, publications: true, publishedRevision: true },
  });
  const readsWorking = readsWorkingText(member, original);
  const readsForNetwork = readsPublishedText(member, { ...original, publishedVisibility: "network" });
  const { number, revision } = await followedOf(read, originalId, document);
  const [published, named, last] = await Promise.all([
    read.publication.findMany({
      where: {
        documentId: originalId,
        number: { gt: number },
        // What was taken back is told to who reads the working text alone.
        ...(readsWorking ? {} : { withdrawnAt: null }),
        ...(readsWorking || readsForNetwork ? {} : { visibility: "public" }),
      },
      select: { number: true, revision: true, publishedAt: true },
      orderBy: { number: "desc" },
      take: most,
    }),
    readsWorking
      ? read.namedVersion.findMany({
          where: { documentId: originalId, revision: { gt: revision }, ...withName },
          select: { revision: true, name: true, namedAt: true },
          orderBy: { revision: "desc" },
          take: most,
        })
      : [],
    original.publishedRevision === null && original.publications > 0
      ? read.publication.findUnique({
          where: { documentId_number: { documentId: originalId, number: original.publications } },
          select: { withdrawnAt: true },
        })
      : null,
  ]);
  const nameOf = new Map(named.map((one) => [one.revision, one.name]));
  const isPublished = new Set(published.map((one) => one.revision));
  const since: FixedSince[] = [
    ...published.map((one) => ({
      revision: one.revision,
      number: one.number,
      name: nameOf.get(one.revision) ?? null,
      at: one.publishedAt,
    })),
    ...named
      .filter((one) => !isPublished.has(one.revision))
      .map((one) => ({ revision: one.revision, number: null, name: one.name, at: one.namedAt })),
  ];
  since.sort((one, other) => other.revision - one.revision || (other.number ?? 0) - (one.number ?? 0));
  return {
    behind: since.length,
    since: since.slice(0, most),
    withdrawnAt: last?.withdrawnAt ?? null,
    mayFollow: mayWrite(member, document),
  };
}

/**
 * Says which publication or named version of its original a translation follows now. Refuses `not-found` and `forbidden` as saving
 * does, also where the original is not theirs to see; `invalid` a revision that was neither published nor, for who reads the
 * original's working text, named; `conflict` one that lies behind.
 */
export async function followOriginal(
  member: Member,
  id: string,
  { revision }: FollowOriginal,
): Promise<void> {
  await change(async (transaction, record) => {
    const document = await transaction.document.findFirst({
      where: { id, ...visibleDocuments(member) },
      select: {
        ...sharedDocument,
        kind: true,
        title: true,
        sealedAt: true,
        originalId: true,
        followsPublication: true,
        followsRevision: true,
        named: { select: { personId: true } },
      },
    });
    if (!document) throw notFound();
    if (!mayWrite(member, document)) throw forbidden();
    const original = await transaction.document.findFirst({
      where: { id: document.originalId ?? "", ...visibleDocuments(member) },
      select: sharedDocument,
    });
    if (!original) throw notFound();
    const before = await followedOf(transaction, original.id, document);
    const upTo = await transaction.publication.findFirst({
      where: { documentId: original.id, revision: { lte: revision } },
      select: { number: true, revision: true },
      orderBy: { number: "desc" },
    });
    const isNamed =
      readsWorkingText(member, original) &&
      (await transaction.namedVersion.count({ where: { documentId: original.id, revision, ...withName } })) >
        0;
    if (upTo?.revision !== revision && !isNamed) throw invalid("revision", "unknownChoice");
    if (revision < before.revision) throw conflict();
    const publication = Math.max(upTo?.number ?? 0, before.number);
    if (revision === before.revision && publication === before.number) return;
    await transaction.document.update({
      where: { id },
      data: {
        followsRevision: revision,
        ...(publication > 0 && { followsPublication: publication }),
        updatedAt: now(),
      },
    });
    await record({
      kind: "document-followed",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { publication: document.followsPublication, revision: document.followsRevision },
      after: { publication: publication || null, revision },
      audience: audienceOf(document, "working"),
    });
  });
}

/** The publication and the revision that a translation follows; 0: none yet. */
async function followedOf(
  read: Pick<Transaction, "publication">,
  originalId: string,
  { followsPublication, followsRevision }: Pick<Followed, "followsPublication" | "followsRevision">,
): Promise<{ number: number; revision: number }> {
  const number = followsPublication ?? 0;
  if (followsRevision !== null || number === 0) return { number, revision: followsRevision ?? 0 };
  const followed = await read.publication.findUnique({
    where: { documentId_number: { documentId: originalId, number } },
    select: { revision: true },
  });
  return { number, revision: followed?.revision ?? 0 };
}
