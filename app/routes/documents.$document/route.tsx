// A document by its id alone, as texts link to it: leads on to its address in its network.
import { redirect } from "@remix-run/node";
import { addressOfDocument } from "~/domain/documents/address.server";
import { personLoader } from "~/http/guard.server";

export const loader = personLoader(async ({ own, param, door }) =>
  redirect(await addressOfDocument(own.person, param("document"), door.memberships())),
);

/** Never drawn: with it this is a page, so that whoever is not signed in is asked to sign in instead of getting a bare 404. */
export default function Moved() {
  return null;
}
