// Deactivating people and letting them back in: an administrator's order. Roles and work stay as they are, under the person's name.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { change, tellSessionsEnded, type NewActivity } from "../activity/activities.server";
import { invalid, notFound } from "../refusal";
import { demandAdministrator } from "./administrator";
import type { SignedIn } from "./sessions.server";

/**
 * Closes a person's account at once: their sessions and sockets end, they sign in nowhere. Refuses `not-found` whoever is no
 * administrator and nobody, `invalid` oneself.
 */
export async function deactivatePerson(own: SignedIn, personId: string): Promise<void> {
  demandAdministrator(own);
  await demandOther(own, personId);
  await change(async (transaction, record) => {
    await transaction.person.update({ where: { id: personId }, data: { deactivatedAt: now() } });
    await transaction.session.deleteMany({ where: { personId } });
    await transaction.verification.deleteMany({ where: { value: personId } });
    await record(happened(own, "person-deactivated", personId));
  });
  tellSessionsEnded({ personId });
}

/** Opens a deactivated account again, with the roles that have not ended meanwhile. Refuses as `deactivatePerson`. */
export async function reactivatePerson(own: SignedIn, personId: string): Promise<void> {
  demandAdministrator(own);
  await demandOther(own, personId);
  await change(async (transaction: Transaction, record) => {
    await transaction.person.update({ where: { id: personId }, data: { deactivatedAt: null } });
    await record(happened(own, "person-reactivated", personId));
  });
}

async function demandOther(own: SignedIn, personId: string): Promise<void> {
  if ((await database().read.person.count({ where: { id: personId } })) === 0) throw notFound();
  if (personId === own.person.id) throw invalid("form", "administration:wrong.notOneself");
}

function happened(own: SignedIn, kind: NewActivity["kind"], personId: string): NewActivity {
  return { kind, personId: own.person.id, subjectId: personId, audience: [{ room: "person", personId }] };
}
