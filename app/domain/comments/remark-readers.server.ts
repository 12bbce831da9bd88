// Who in the network may read a remark, judged as they themselves: whom it can be assigned to, and who hears of it by name.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import type { SharedDocument } from "../access/document-texts";
import { namedLevels, type HeldRole, type Member } from "../access/member";
import { readsRemark, type SharedRemark } from "../access/remarks";
import { isRole } from "../access/role";
import { holdersAt } from "../networks/holders-now";
import type { PersonNamed } from "./comment";

export interface RemarkReader extends PersonNamed {
  roles: HeldRole[];
}

/** Of these people (of everybody in the network, where none are given) those who may read the remark now. */
export async function remarkReaders(
  transaction: Transaction,
  { network }: Pick<Member, "network">,
  remark: SharedRemark,
  document: SharedDocument,
  among?: readonly string[],
): Promise<RemarkReader[]> {
  const only = among && { personId: { in: [...new Set(among)] } };
  const [held, named] = [
    await transaction.membership.findMany({
      where: { ...holdersAt({ network }, now()), ...only },
      select: {
        role: true,
        partnershipId: true,
        person: { select: { id: true, name: true, colour: true } },
      },
      orderBy: [{ since: "asc" }, { id: "asc" }],
    }),
    await transaction.naming.findMany({
      where: { documentId: document.id, ...only },
      select: { personId: true, level: true },
    }),
  ];
  const people = new Map<string, RemarkReader>();
  for (const { role, partnershipId, person } of held) {
    const reader = people.get(person.id) ?? { ...person, roles: [] };
    if (isRole(role)) reader.roles.push({ role, partnershipId });
    people.set(person.id, reader);
  }
  return [...people.values()].filter(({ id, roles }) => {
    const naming = named.find(({ personId }) => personId === id);
    const level = namedLevels.find((one) => one === naming?.level);
    const onIt = new Map(level ? [[document.id, level] as const] : []);
    return readsRemark({ personId: id, roles, network, named: onIt }, remark, document);
  });
}
