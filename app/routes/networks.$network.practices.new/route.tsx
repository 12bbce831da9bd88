// The address at which practices were begun before there were other kinds: it leads on for good.
import { redirect } from "@remix-run/node";
import { memberLoader } from "~/http/guard.server";

export const loader = memberLoader(async ({ member }) =>
  Promise.resolve(
    // For good, but only for members: no cache answers it to others.
    redirect(`/networks/${member.network.slug}/documents/new?kind=good-practice`, {
      status: 301,
      headers: { "Cache-Control": "private, no-store" },
    }),
  ),
);

/** Never drawn: with it this is a page, so that whoever is not signed in is asked to sign in instead of getting a bare 404. */
export default function Moved() {
  return null;
}
