// Somebody signed in for tests that call use-cases without a door.
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";

/** Writes a session of this person and answers what the door would know of them. */
export async function signedInPerson(personId: string): Promise<SignedIn> {
  const sessionId = newId();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await database().write((transaction) =>
    transaction.session.create({ data: { id: sessionId, token: newId(), personId, expiresAt } }),
  );
  const person = await database().read.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      language: true,
      timeZone: true,
      colour: true,
      hasShortcuts: true,
      isAdministrator: true,
    },
  });
  return { sessionId, person: { ...person, colours: "system" } };
}
