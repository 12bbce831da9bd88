// Who may attach something to a document, and how much its network still has room for.
import { database, type Transaction } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { once } from "~/platform/once";
import { settings } from "~/platform/settings.server";
import { mayWrite, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { forbidden, invalid, notFound } from "../refusal";

export const attachable = {
  ...sharedDocument,
  networkId: true,
  kind: true,
  sealedAt: true,
  archivedAt: true,
  title: true,
  named: { select: { personId: true } },
} as const;

type Reading = Pick<Transaction, "document">;

/**
 * The document, for whoever writes its working text. Refuses `not-found` whoever does not read that; `forbidden` who only reads it, and
 * everybody a sealed or archived one.
 */
export async function attachableDocument(database: Reading, member: Member, id: string) {
  const document = await database.document.findFirst({
    where: { id, networkId: member.network.id },
    select: attachable,
  });
  if (!document || !readsWorkingText(member, document)) throw notFound();
  if (!mayAttach(member, document)) throw forbidden();
  return document;
}

/** Refuses as `attachableDocument` does. */
export async function demandAttachable(member: Member, id: string): Promise<void> {
  await attachableDocument(database().read, member, id);
}

/** Whether the member may attach files to it, describe them, and take them away. */
export function mayAttach(
  member: Member,
  document: Parameters<typeof mayWrite>[1] & { archivedAt: Date | null },
): boolean {
  return document.archivedAt === null && mayWrite(member, document);
}

/**
 * Whether the member may erase a file of it for good: whoever writes it, also once it is sealed or archived. Consent is taken back then as
 * well.
 */
export function mayErase(member: Member, document: Parameters<typeof mayWrite>[1]): boolean {
  return mayWrite(member, { ...document, sealedAt: null });
}

/** Bytes that are left to the network beside what it has and what is coming in. */
export async function roomLeft(
  database: Pick<Transaction, "attachedFile">,
  networkId: string,
): Promise<number> {
  const { _sum } = await database.attachedFile.aggregate({ where: { networkId }, _sum: { bytes: true } });
  return settings().filesQuota - (_sum.bytes ?? 0) - (comingIn().get(networkId) ?? 0);
}

/** Counts bytes of the network as coming in until the answered function is called, and refuses `invalid` what there is no room for. */
export async function reserve(
  database: Pick<Transaction, "attachedFile">,
  networkId: string,
  bytes: number,
): Promise<() => void> {
  const count = (by: number) => void comingIn().set(networkId, (comingIn().get(networkId) ?? 0) + by);
  // Of two that come at once the second knows of the first.
  return inTurn(`files-room ${networkId}`, async () => {
    if ((await roomLeft(database, networkId)) < bytes) throw noRoom();
    count(bytes);
    return () => count(-bytes);
  });
}

export function noRoom() {
  return invalid("file", "files:wrong.quota", { megabytes: settings().filesQuota / 1_000_000 });
}

function comingIn(): Map<string, number> {
  return once("files-coming-in", () => new Map<string, number>());
}
