// The account that an administrator's order is about, loaded and judged inside the order's own transaction.
import type { Transaction } from "~/platform/db.server";
import type { NewActivity } from "../activity/activities.server";
import { notFound } from "../refusal";
import type { SignedIn } from "./sessions.server";

/** Refuses `not-found` nobody, and whoever is no active administrator (any more) when the transaction runs. */
export async function administeredAccount(transaction: Transaction, own: SignedIn, personId: string) {
  const acting = await transaction.person.findFirst({
    where: { id: own.person.id, isAdministrator: true, deactivatedAt: null },
    select: { id: true },
  });
  if (!acting) throw notFound();
  const person = await transaction.person.findUnique({
    where: { id: personId },
    select: { name: true, email: true, language: true, isAdministrator: true, deactivatedAt: true },
  });
  if (!person) throw notFound();
  return person;
}

/** The row that says so in the house's chain; the person concerned hears of it. */
export function doneToAccount(own: SignedIn, kind: NewActivity["kind"], personId: string): NewActivity {
  return {
    kind,
    personId: own.person.id,
    subjectId: personId,
    audience: [{ room: "person", personId }],
  };
}
