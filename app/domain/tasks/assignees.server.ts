// Whom tasks were given to: whether they may read the text that gives it to them, and for which city they are there.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { readsPublishedText, readsWorkingText, type SharedDocument } from "../access/document-texts";
import { namedLevels, type HeldRole, type Member } from "../access/member";
import { isRole } from "../access/role";
import { holdersAt } from "../networks/holders-now";

export interface Assignees {
  /** In which text they read the document; null: in none. */
  textOf(personId: string, document: SharedDocument): "working" | "published" | null;
  /** The first partner for which they hold a role now; null where they hold none, or roles of the network alone. */
  partnerOf(personId: string): string | null;
}

/** Judges these people as they are now. */
export async function assigneesIn(
  { network }: Pick<Member, "network">,
  personIds: readonly string[],
): Promise<Assignees> {
  const among = { personId: { in: [...new Set(personIds)] } };
  const { read } = database();
  const [held, naming] = await Promise.all([
    read.membership.findMany({
      where: { ...holdersAt({ network }, now()), ...among },
      select: { personId: true, role: true, partnershipId: true },
      orderBy: [{ since: "asc" }, { id: "asc" }],
    }),
    read.naming.findMany({
      where: { networkId: network.id, ...among },
      select: { personId: true, documentId: true, level: true },
    }),
  ]);
  const rolesOf = (personId: string) =>
    held.flatMap(({ personId: holder, role, partnershipId }): HeldRole[] =>
      holder === personId && isRole(role) ? [{ role, partnershipId }] : [],
    );
  const namedOn = (personId: string) =>
    new Map(
      naming.flatMap(({ personId: named, documentId, level }) => {
        const known = namedLevels.find((one) => one === level);
        return named === personId && known ? [[documentId, known] as const] : [];
      }),
    );
  return {
    textOf: (personId, document) => {
      const person = { roles: rolesOf(personId), named: namedOn(personId), network };
      // Whoever holds no role any more is no member, whatever they are named on.
      if (person.roles.length === 0) return null;
      if (readsWorkingText(person, document)) return "working";
      return readsPublishedText(person, document) ? "published" : null;
    },
    partnerOf: (personId) =>
      rolesOf(personId).find(({ partnershipId }) => partnershipId !== null)?.partnershipId ?? null,
  };
}
