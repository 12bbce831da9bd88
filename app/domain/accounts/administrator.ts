// Who manages accounts and networks: the one question that is asked before anything an administrator does.
import { notFound } from "../refusal";

/** What judging needs of whoever is signed in. */
interface Judged {
  person: { isAdministrator: boolean };
}

/** Refuses everybody but an administrator with `not-found`: what is theirs does not exist for others. */
export function demandAdministrator(own: Judged): void {
  if (!own.person.isAdministrator) throw notFound();
}
