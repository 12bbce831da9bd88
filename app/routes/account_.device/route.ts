// A device that holds texts asks which of them its person may still read: data alone, and whose they are, so that none goes by mistake.
import { redirect } from "@remix-run/node";
import { membersOf } from "~/domain/access/members.server";
import { StillReadable } from "~/domain/documents/still-readable-orders";
import { stillReadable } from "~/domain/documents/still-readable.server";
import { on } from "~/http/form.server";
import { personAction, publicLoader } from "~/http/guard.server";

export const loader = publicLoader(async () => redirect("/account"));

export const action = personAction(({ own, door }) => ({
  "still-readable": on(StillReadable, async ({ ids }) =>
    Response.json(
      {
        person: own.person.id,
        readable: await stillReadable(await membersOf(own.person, door.memberships()), ids),
      },
      { headers: { "Cache-Control": "private, no-store" } },
    ),
  ),
}));
