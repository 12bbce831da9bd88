// Every message of the second door, to whom it opens, and what it has to be given to be done.
import type { Places } from "../../support/alytus-writes";
import type { Behind } from "./callers";
import type { FormOpens } from "./route-table";

export interface MessageLine {
  opens: FormOpens;
  behind: Behind;
  message(places: Places): unknown;
}

/** By the message's name; several lines where it can be about several things. */
export const messageTable: Record<string, MessageLine[]> = {
  watch: [{ opens: "member", behind: "network", message: ({ network }) => ({ network }) }],
  open: [
    {
      opens: "member",
      behind: "published",
      message: ({ network, published }) => ({ network, document: published }),
    },
    { opens: "member", behind: "draft", message: ({ network, draft }) => ({ network, document: draft }) },
  ],
  close: [{ opens: "person", behind: "network", message: () => ({}) }],
};
