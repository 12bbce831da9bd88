// A document by its id alone, as texts link to it: leads on to its address in its network.
import { redirect } from "@remix-run/node";
import { addressOfDocument } from "~/domain/documents/address.server";
import { personLoader } from "~/http/guard.server";

export const loader = personLoader(async ({ own, param, door }) =>
  redirect(await addressOfDocument(own.person, param("document"), door.memberships())),
);
