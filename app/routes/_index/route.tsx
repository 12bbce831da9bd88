// The door: leads to where one works, or to the sign-in.
import { redirect } from "@remix-run/node";
import { networksOf } from "~/domain/access/members.server";
import { publicLoader } from "~/http/guard.server";

export const loader = publicLoader(async ({ door }) => {
  if (!door.session) return redirect("/sign-in");
  const [only, another] = await networksOf(door.session.person.id);
  return redirect(only && !another ? `/networks/${only.slug}` : "/networks");
});
