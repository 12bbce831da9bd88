// Where the good practices stood before there was one list of all documents.
import { redirect } from "@remix-run/node";
import { memberLoader } from "~/http/guard.server";

export const loader = memberLoader(({ member }) =>
  Promise.resolve(redirect(`/networks/${member.network.slug}/documents?kind=good-practice`, 301)),
);
