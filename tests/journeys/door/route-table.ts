// Every address of the first door, who may open it, and what each of its forms has to be given to be done.
import type { Places } from "../../support/alytus-writes";
import type { Fields } from "../../support/visitor";
import { newId } from "~/platform/id";

/**
 * Who gets an answer other than "does not exist": all, the signed-in, administrators, the network's members; or other than "your role
 * does not allow this": Alytus's own officers, whoever manages the network.
 */
export type Opens = "everybody" | "person" | "administrator" | "member" | "writer" | "manager";

export interface RouteLine {
  /** An address that leads there, inside what these places are. */
  path(places: Places): string;
  loader?: Opens;
  /** By intent; the fields are those of a form that would be done. */
  intents?: Record<string, { opens: Opens | "commenter" | "author"; fields(places: Places): Fields }>;
  /** Address to send its forms to, where it is not the page's. */
  action?(places: Places): string;
}

const nothing = () => ({});
const inNetwork =
  (rest = "") =>
  ({ network }: Places) =>
    `/networks/${network}${rest}`;
const document =
  (rest = "") =>
  ({ network, published }: Places) =>
    `/networks/${network}/documents/${published}${rest}`;
const profile = {
  name: "Another name",
  language: "lt",
  timeZone: "Europe/Vilnius",
  colours: "dark",
};
const written = { title: "Changed by a test", language: "en", text: "Changed.", revision: "2" };

const facts = { name: "Named by a test", type: "transfer", programme: "A programme", theme: "A theme" };
const place = () => ({ city: newId(), institution: "An institution" });
const partnership = ({ network, partnership: id }: Places) => `/networks/${network}/partners/${id}`;

/** By the route's id in the built manifest. */
export const routeTable: Record<string, RouteLine> = {
  root: { path: () => "/sign-in", loader: "everybody" },
  "routes/_index": { path: () => "/", loader: "everybody" },
  "routes/$": { path: () => "/nowhere/at/all", loader: "everybody", intents: {} },
  "routes/[.]well-known.security[.]txt": { path: () => "/.well-known/security.txt", loader: "everybody" },
  "routes/sign-in": {
    path: () => "/sign-in",
    loader: "everybody",
    intents: {
      "sign-in": {
        opens: "everybody",
        fields: () => ({ email: "nobody@demo.torg", password: "not theirs" }),
      },
    },
  },
  "routes/sign-out": {
    path: () => "/sign-out",
    loader: "everybody",
    intents: { "sign-out": { opens: "person", fields: nothing } },
  },
  "routes/forgot-password": {
    path: () => "/forgot-password",
    loader: "everybody",
    intents: { request: { opens: "everybody", fields: () => ({ email: "nobody@demo.torg" }) } },
  },
  "routes/reset-password.$token": {
    path: () => "/reset-password/no-such-token",
    loader: "everybody",
    intents: { reset: { opens: "everybody", fields: () => ({ password: "long enough for all" }) } },
  },
  "routes/first-administrator.$token": {
    path: () => "/first-administrator/no-such-token",
    loader: "everybody",
    intents: {
      create: {
        opens: "everybody",
        fields: () => ({ name: "Intruder", email: "in@truder.example", password: "long enough for all" }),
      },
    },
  },
  "routes/account": {
    path: () => "/account",
    loader: "person",
    intents: {
      profile: { opens: "person", fields: () => profile },
      password: {
        opens: "person",
        fields: () => ({ current: "market-square", password: "another password" }),
      },
      "end-session": { opens: "person", fields: () => ({ id: newId() }) },
      "end-others": { opens: "person", fields: nothing },
      colours: { opens: "person", fields: () => ({ colours: "dark" }) },
      language: { opens: "person", fields: () => ({ language: "lt" }) },
    },
  },
  "routes/networks._index": { path: () => "/networks", loader: "person" },
  "routes/networks.$network": { path: inNetwork(), loader: "member" },
  "routes/networks.$network._index": { path: inNetwork(), loader: "member" },
  "routes/networks.$network.people": { path: inNetwork("/people"), loader: "member" },
  "routes/administration_.networks.new": {
    path: () => "/administration/networks/new",
    loader: "administrator",
    intents: { create: { opens: "administrator", fields: () => facts } },
  },
  "routes/networks.$network.settings": {
    path: inNetwork("/settings"),
    loader: "manager",
    intents: {
      describe: { opens: "manager", fields: () => facts },
      "add-name": { opens: "manager", fields: () => ({ earlierName: "An earlier name" }) },
      "remove-name": { opens: "manager", fields: () => ({ id: newId() }) },
      "add-phase": { opens: "manager", fields: () => ({ phaseName: "A phase" }) },
      "change-phase": { opens: "manager", fields: () => ({ id: newId(), phaseName: "A phase" }) },
      "move-phase": { opens: "manager", fields: () => ({ id: newId(), by: "1" }) },
      "remove-phase": { opens: "manager", fields: () => ({ id: newId() }) },
      close: { opens: "manager", fields: nothing },
      reopen: { opens: "manager", fields: nothing },
    },
  },
  "routes/networks.$network.partners._index": { path: inNetwork("/partners"), loader: "member" },
  "routes/networks.$network.partners.new": {
    path: inNetwork("/partners/new"),
    loader: "manager",
    intents: {
      add: {
        opens: "manager",
        fields: () => ({ ...place(), id: newId(), role: "project-partner", since: "2021-01-01" }),
      },
    },
  },
  "routes/networks.$network.partners.$partnership": {
    path: partnership,
    loader: "member",
    intents: {
      change: {
        opens: "manager",
        fields: () => ({ institution: "An institution", role: "project-partner", since: "2021-01-01" }),
      },
      budget: { opens: "manager", fields: () => ({ budget: "100" }) },
      city: {
        opens: "manager",
        fields: () => ({ country: "LT", "name-1": "A", "language-1": "lt", own: "1" }),
      },
      end: { opens: "manager", fields: () => ({ lastDay: "2022-01-01" }) },
      replace: {
        opens: "manager",
        fields: () => ({ ...place(), id: newId(), role: "project-partner", from: "2022-01-01" }),
      },
    },
  },
  "routes/networks.$network.practices._index": { path: inNetwork("/practices"), loader: "member" },
  "routes/networks.$network.practices.new": {
    path: inNetwork("/practices/new"),
    loader: "member",
    intents: {
      create: {
        opens: "writer",
        fields: ({ partnership }) => ({
          id: newId(),
          partnershipId: partnership,
          title: "Begun by a test",
          language: "en",
        }),
      },
    },
  },
  "routes/networks.$network.documents.$document._index": {
    path: document(),
    action: document("?index"),
    loader: "member",
    intents: {
      add: {
        opens: "commenter",
        fields: () => ({ id: newId(), madeOn: "published", text: "Said by a test." }),
      },
      edit: { opens: "author", fields: ({ ownComment }) => ({ id: ownComment, text: "Changed by a test." }) },
      delete: { opens: "author", fields: ({ ownComment }) => ({ id: ownComment }) },
      restore: { opens: "author", fields: ({ ownComment }) => ({ id: ownComment }) },
    },
  },
  "routes/networks.$network.documents.$document.edit": {
    path: document("/edit"),
    loader: "writer",
    intents: {
      save: { opens: "writer", fields: () => written },
      preview: { opens: "writer", fields: () => ({ text: "Looked at by a test." }) },
      write: { opens: "writer", fields: nothing },
    },
  },
  "routes/networks.$network.documents.$document.publish": {
    path: document("/publish"),
    loader: "writer",
    intents: { publish: { opens: "writer", fields: () => ({ revision: "2" }) } },
  },
  "routes/networks.$network.documents.$document.withdraw": {
    path: document("/withdraw"),
    loader: "writer",
    intents: { withdraw: { opens: "writer", fields: nothing } },
  },
};

/** Where a line's forms are sent. */
export function actionPath(line: RouteLine, places: Places): string {
  return (line.action ?? line.path)(places);
}

/** Every form of the table: its line, its intent, and who may send it. */
export const forms = Object.entries(routeTable).flatMap(([id, line]) =>
  Object.entries(line.intents ?? {}).map(([intent, form]) => ({ id, line, intent, ...form })),
);
