// The seal of a version: a hash over all it says, which tells later that it is still what it was.
import { createHash } from "node:crypto";
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import type { Member } from "../access/member";
import { canonical } from "../activity/chain.server";

interface Said {
  title: string;
  language: string;
  text: string;
  facts: unknown;
}

/** SHA-256 in hex. */
export function hashOf({ title, language, text, facts }: Said): string {
  return createHash("sha256")
    .update(canonical([title, language, text, facts]))
    .digest("hex");
}

export const said = { title: true, language: true, text: true, facts: true } as const;

/** Locks the version that is being published, under this name if it has none yet; "" is none. */
export async function sealPublished(
  transaction: Transaction,
  member: Member,
  { documentId, revision, name }: { documentId: string; revision: number; name: string },
): Promise<void> {
  const key = { documentId_revision: { documentId, revision } };
  const sealed = await transaction.namedVersion.findUnique({ where: key, select: { name: true } });
  if (sealed) {
    if (sealed.name === "" && name !== "")
      await transaction.namedVersion.update({ where: key, data: { name } });
    return;
  }
  const save = await transaction.documentSave.findUniqueOrThrow({ where: key, select: said });
  await transaction.namedVersion.create({
    data: {
      ...{ documentId, revision, name, note: "", hash: hashOf(save) },
      ...{ networkId: member.network.id, namedById: member.personId, namedAt: now() },
    },
  });
}
