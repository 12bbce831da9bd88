// An administrator, signed in, for tests that call use-cases without a door.
import type { SignedIn } from "~/domain/accounts/sessions.server";
import { database } from "~/platform/db.server";
import { foundPerson } from "./found-network";
import { signedInPerson } from "./signed-in";

export async function foundAdministrator(): Promise<SignedIn> {
  const { id } = await foundPerson("An administrator");
  await database().write((transaction) =>
    transaction.person.update({ where: { id }, data: { isAdministrator: true } }),
  );
  return signedInPerson(id);
}
