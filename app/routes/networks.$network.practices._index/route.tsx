// Where the good practices stood before there was one list of all documents.
import { redirect } from "@remix-run/node";
import { memberLoader } from "~/http/guard.server";

export const loader = memberLoader(({ member }) =>
  Promise.resolve(
    // For good, but only for members: no cache answers it to others.
    redirect(`/networks/${member.network.slug}/documents?kind=good-practice`, {
      status: 301,
      headers: { "Cache-Control": "private, no-store" },
    }),
  ),
);

/** Never drawn: with it this is a page, so that whoever is not signed in is asked to sign in instead of getting a bare 404. */
export default function Moved() {
  return null;
}
