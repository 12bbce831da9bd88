// Every address of the first door, who may open it, and what each of its forms has to be given to be done.
import type { Places } from "../../support/alytus-writes";
import type { Fields } from "../../support/visitor";
import { newId } from "~/platform/id";
import type { Answers } from "./callers";

/**
 * To whom a line opens: all, the signed-in, the network's members, Alytus's own officers (as writers with those named so, as deciders
 * without), the lead partner, these and the lead
 * partner, all officers and the lead partner ("manager"), or administrators. "draft-reader" and "draft-writer" are those who read and
 * write the working text of what is published as well: nobody else knows of what stands there. "deliverable-reader" are those who see how
 * deliverables stand, "programme" those who record what the programme said. callers.ts spells out what each gets.
 */
export type Opens =
  | "everybody"
  | "person"
  | "member"
  | "writer"
  | "draft-reader"
  | "draft-writer"
  | "decider"
  | "lead-partner"
  | "officer-or-lead"
  | "manager"
  | "deliverable-reader"
  | "handed-in-reader"
  | "lead-expert"
  | "programme"
  | "administrator";

/**
 * A form may also open to those who comment, to the one who wrote what it changes (Alytus's first officer), to those who resolve that
 * remark or who assign it. "expert" are the experts and the lead partner, where nobody else knows of the remark, "to-experts" the same
 * where the others know of the text.
 */
export type FormOpens = Opens | "commenter" | "author" | "resolver" | "assigner" | "expert" | "to-experts";

interface Form {
  opens: FormOpens;
  answers?: Answers;
  fields(places: Places): Fields;
}

export interface RouteLine {
  /** An address that leads there, inside what these places are. */
  path(places: Places): string;
  loader?: Opens | "commenter";
  /** Where the page answers some callers otherwise than its class says. */
  answers?: Answers;
  /** By intent; the fields are those of a form that would be done. */
  intents?: Record<string, Form>;
  /** The same for remarks on passages, by what is done: sent to the practice on whose passages somebody has remarked. */
  onPassages?: Record<string, Form>;
  /** Address to send its forms to, where it is not the page's. */
  action?(places: Places): string;
}

const nothing = () => ({});

/** Remarks on a passage of a published practice: Alytus's own on what is published and on the working text, an expert's for experts. */
export const remarksOnPassages = { published: newId(), working: newId(), experts: newId() };

/** Asked of everybody in the network; of the second, Alytus has handed something in. */
export const deliverables = { asked: newId(), handedIn: newId(), step: newId() };

const cell =
  (rest = "") =>
  ({ network, partnership }: Places) =>
    `/networks/${network}/deliverables/${deliverables.asked}/${partnership}${rest}`;

const step =
  (more: Fields = {}) =>
  () => ({ id: newId(), seen: "0", ...more });

/** The passage. */
export const onPassage = {
  passage: JSON.stringify({ kind: "words", words: "Many", before: "", after: "", at: 0 }),
};

type To = [FormOpens, Answers?];

const said = "Said by a test.";

/** One is begun so. */
function begun([opens, answers]: To, fields: Fields): Form {
  return {
    ...{ opens, answers },
    fields: () => ({ intent: "add", id: newId(), text: said, ...onPassage, ...fields }),
  };
}

/** All that is done with one, each on a line of its own: to whom answering, editing, resolving, and asking somebody to see to it open. */
function formsOf(
  which: keyof typeof remarksOnPassages,
  ...[answer, edit, resolve, assign]: [To, To, To, To]
) {
  const id = remarksOnPassages[which];
  const madeOn = which === "working" ? "working" : "published";
  const line = (
    [opens, answers]: To,
    intent: string,
    fields: Form["fields"] = nothing,
  ): Record<string, Form> => ({
    [`${intent} (${which})`]: {
      ...{ opens, answers },
      fields: (places) => ({ intent, id, ...fields(places) }),
    },
  });
  return {
    ...line(answer, "add", () => ({ id: newId(), parentId: id, madeOn, text: said })),
    ...line(edit, "edit", () => ({ text: said })),
    ...line(edit, "delete"),
    ...line(edit, "restore"),
    ...line(resolve, "resolve", () => ({ outcome: "done" })),
    ...line(resolve, "reopen"),
    ...line(assign, "assign", ({ person }) => ({ assigneeId: person, dueOn: "2030-01-31" })),
    ...line([assign[0]], "unassign"),
  };
}

const inNetwork =
  (rest = "") =>
  ({ network }: Places) =>
    `/networks/${network}${rest}`;
const document =
  (rest = "") =>
  ({ network, published }: Places) =>
    `/networks/${network}/documents/${published}${rest}`;
const noVisit: Answers = { opened: 404 };
const profile = {
  name: "Another name",
  language: "lt",
  timeZone: "Europe/Vilnius",
  colours: "dark",
};
const head = {
  ...{ title: "Changed by a test", language: "en" },
  ...{ "base.title": "Changed by a test", "base.language": "en" },
};
const written = { title: "Changed by a test", language: "en", text: "Changed.", revision: "2" };

const facts = { name: "Named by a test", type: "transfer", programme: "A programme", theme: "A theme" };
const place = () => ({
  city: "new",
  cityName: newId(),
  cityLanguage: "lv",
  country: "LV",
  institution: "An institution",
});
const partnership = ({ network, partnership: id }: Places) => `/networks/${network}/partners/${id}`;

/** By the route's id in the built manifest. */
export const routeTable: Record<string, RouteLine> = {
  root: { path: () => "/sign-in", loader: "everybody" },
  "routes/_index": { path: () => "/", loader: "everybody" },
  "routes/$": {
    path: () => "/nowhere/at/all",
    loader: "everybody",
    answers: { opened: 404 },
    intents: {},
  },
  "routes/[.]well-known.security[.]txt": { path: () => "/.well-known/security.txt", loader: "everybody" },
  "routes/sign-in": {
    path: () => "/sign-in",
    loader: "everybody",
    intents: {
      "sign-in": {
        opens: "everybody",
        // Whoever is signed in already is led on.
        answers: { stranger: 422, "deactivated officer": 422 },
        fields: () => ({ email: "nobody@demo.torg", password: "not theirs" }),
      },
    },
  },
  "routes/sign-out": {
    path: () => "/sign-out",
    loader: "everybody",
    intents: { "sign-out": { opens: "person", fields: nothing } },
  },
  "routes/account_.device": {
    path: () => "/account/device",
    loader: "everybody",
    intents: {
      "still-readable": {
        opens: "person",
        fields: ({ published, draft }) => ({ ids: `${published},${draft}` }),
      },
    },
  },
  // Its button is answered before the pages: tests/journeys/mails.test.ts.
  "routes/unsubscribe.$token": {
    path: () => "/unsubscribe/no-such-token",
    loader: "everybody",
    answers: { opened: 404 },
  },
  "routes/forgot-password": {
    path: () => "/forgot-password",
    loader: "everybody",
    intents: { request: { opens: "everybody", fields: () => ({ email: `${newId()}@demo.torg` }) } },
  },
  "routes/reset-password.$token": {
    path: () => "/reset-password/no-such-token",
    loader: "everybody",
    intents: {
      reset: {
        opens: "everybody",
        answers: { opened: 422 },
        fields: () => ({ password: "long enough for all" }),
      },
    },
  },
  "routes/first-administrator.$token": {
    path: () => "/first-administrator/no-such-token",
    loader: "everybody",
    answers: { opened: 404 },
    intents: {
      create: {
        opens: "everybody",
        answers: { opened: 404 },
        fields: () => ({ name: "Intruder", email: "in@truder.example", password: "long enough for all" }),
      },
    },
  },
  "routes/invitation.$token": {
    path: () => "/invitation/no-such-token",
    loader: "everybody",
    answers: { opened: 404 },
    intents: {
      begin: {
        opens: "everybody",
        answers: { opened: 404 },
        fields: () => ({ name: "Intruder", password: "long enough for all", language: "en" }),
      },
      join: { opens: "person", answers: { opened: 404 }, fields: nothing },
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
      "end-session": { opens: "person", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "end-others": { opens: "person", fields: nothing },
      speaks: { opens: "person", fields: () => ({ speaks: "lt" }) },
      notices: { opens: "person", fields: () => ({ "way.mention": "daily" }) },
      "make-calendar": { opens: "person", fields: nothing },
      "end-calendar": { opens: "person", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      colours: { opens: "person", fields: () => ({ colours: "dark" }) },
      language: { opens: "person", fields: () => ({ language: "lt" }) },
    },
  },
  "routes/notices": {
    path: () => "/notices",
    loader: "person",
    intents: {
      // Nobody has this notice; whose own it is, tests/domain/notifications says.
      ...Object.fromEntries(
        ["open", "read", "unread", "done", "reopen"].map((intent) => [
          intent,
          { opens: "person" as const, answers: noVisit, fields: () => ({ id: newId() }) },
        ]),
      ),
      snooze: { opens: "person", answers: noVisit, fields: () => ({ id: newId(), until: "later" }) },
      "read-all": { opens: "person", fields: () => ({ until: "2020-04-03T09:00:00.000Z" }) },
    },
  },
  "routes/administration._index": {
    path: () => "/administration",
    action: () => "/administration?index",
    loader: "administrator",
    intents: {
      "invite-lead": {
        opens: "administrator",
        answers: { opened: 404 },
        fields: () => ({ networkId: newId(), email: "lead@city.example", name: "", language: "en" }),
      },
      "try-mail-again": {
        opens: "administrator",
        answers: { opened: 404 },
        fields: () => ({ id: newId() }),
      },
      archive: { opens: "administrator", fields: ({ network }) => ({ slug: network }) },
      // It is not in the archive.
      unarchive: {
        opens: "administrator",
        answers: { opened: 409 },
        fields: ({ network }) => ({ slug: network }),
      },
    },
  },
  "routes/administration.accounts.$person": {
    path: ({ person }) => `/administration/accounts/${person}`,
    loader: "administrator",
    intents: {
      deactivate: { opens: "administrator", fields: nothing },
      reactivate: { opens: "administrator", fields: nothing },
      make: { opens: "administrator", fields: nothing },
      // Who is none cannot be made less: the page tells how it stands.
      unmake: { opens: "administrator", answers: { opened: 409 }, fields: nothing },
      // A demo account keeps its address.
      address: {
        opens: "administrator",
        answers: { opened: 422 },
        fields: () => ({ email: "roeselare@town.example" }),
      },
    },
  },
  "routes/administration.cities._index": { path: () => "/administration/cities", loader: "administrator" },
  "routes/administration.cities.$city": {
    path: ({ city }) => `/administration/cities/${city}`,
    loader: "administrator",
    intents: {
      city: {
        opens: "administrator",
        fields: () => ({ country: "LT", "name-1": "Alytus", "language-1": "lt", own: "1" }),
      },
    },
  },
  "routes/administration.demo": {
    path: () => "/administration/demo",
    loader: "administrator",
    intents: { remove: { opens: "administrator", fields: () => ({ confirmation: "remove the demo" }) } },
  },
  "routes/networks._index": { path: () => "/networks", loader: "person" },
  "routes/networks.$network": { path: inNetwork(), loader: "member" },
  "routes/networks.$network._index": {
    path: inNetwork(),
    loader: "member",
    action: inNetwork("?index"),
    intents: {
      "hide-steps": { opens: "member", fields: nothing },
      "show-steps": { opens: "member", fields: nothing },
    },
  },
  "routes/networks.$network.search": { path: inNetwork("/search?q=alytus"), loader: "member" },
  "routes/networks.$network.search_.offers": {
    path: inNetwork("/search/offers?q=alytus"),
    loader: "member",
  },
  "routes/search_.offers": { path: () => "/search/offers?q=alytus", loader: "person" },
  "routes/portfolio": { path: () => "/portfolio", loader: "person" },
  "routes/week": { path: () => "/week", loader: "person" },
  "routes/search": { path: () => "/search?q=alytus", loader: "person" },
  "routes/networks.$network.activity._index": { path: inNetwork("/activity"), loader: "member" },
  "routes/networks.$network.activity.export": {
    path: inNetwork("/activity/export?format=jsonl"),
    loader: "lead-partner",
  },
  "routes/administration.activity.export": {
    path: () => "/administration/activity/export",
    loader: "administrator",
  },
  "routes/networks.$network.people._index": { path: inNetwork("/people"), loader: "member" },
  "routes/networks.$network.people.new": {
    path: inNetwork("/people/new"),
    loader: "manager",
    intents: {
      give: {
        opens: "lead-partner",
        fields: ({ person, partnership }) => ({
          personId: person,
          role: "project-officer",
          [`city:${partnership}`]: "on",
          since: "2020-01-01",
        }),
      },
    },
  },
  "routes/networks.$network.people.$person": {
    path: ({ network, person }) => `/networks/${network}/people/${person}`,
    loader: "member",
    intents: {
      "change-end": {
        opens: "lead-partner",
        fields: ({ membership }) => ({ membershipId: membership, until: "2090-01-01" }),
      },
      end: { opens: "lead-partner", fields: ({ membership }) => ({ membershipId: membership }) },
      again: { opens: "lead-partner", fields: ({ membership }) => ({ membershipId: membership }) },
      "unshare-reflection": {
        opens: "member",
        answers: noVisit,
        fields: ({ draft }) => ({ documentId: draft }),
      },
      "hand-over": {
        opens: "lead-partner",
        // The officer may hand over their own role, but not to somebody who does not hold it.
        answers: { officer: 422 },
        fields: ({ membership, person }) => ({ membershipId: membership, successorId: person }),
      },
    },
  },
  "routes/networks.$network.handovers.$handover": {
    path: ({ network, handover }) => `/networks/${network}/handovers/${handover}`,
    loader: "member",
    answers: { opened: 404 },
  },
  "routes/networks.$network.roles": { path: inNetwork("/roles"), loader: "member" },
  "routes/networks.$network.groups": {
    path: inNetwork("/groups"),
    loader: "member",
    intents: {
      found: {
        opens: "officer-or-lead",
        // They found groups, but not of this city.
        answers: { "officer of another city": 422 },
        fields: ({ partnership }) => ({ id: newId(), partnershipId: partnership, name: newId() }),
      },
      rename: { opens: "officer-or-lead", fields: ({ group }) => ({ id: group, name: newId() }) },
      end: { opens: "officer-or-lead", fields: ({ group }) => ({ id: group }) },
    },
  },
  "routes/networks.$network.welcome": {
    path: inNetwork("/welcome"),
    loader: "member",
    intents: { "put-away": { opens: "member", fields: nothing } },
  },
  "routes/networks.$network.invitations._index": {
    path: inNetwork("/invitations"),
    action: inNetwork("/invitations?index"),
    loader: "manager",
    intents: {
      // No invitation has this id.
      resend: { opens: "manager", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      revoke: { opens: "manager", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
    },
  },
  "routes/networks.$network.invitations.new": {
    path: inNetwork("/invitations/new"),
    loader: "manager",
    intents: {
      invite: {
        opens: "manager",
        // They invite, but for their own city's groups.
        answers: { "officer of another city": 403 },
        fields: ({ partnership }) => ({
          email: "guest@city.example",
          role: "local-group-member",
          [`partner-${partnership}`]: "on",
          language: "en",
        }),
      },
    },
  },
  "routes/networks.$network.invitations.bulk": {
    path: inNetwork("/invitations/bulk"),
    loader: "manager",
    intents: {
      preview: { opens: "manager", fields: () => ({ csv: "email,role\nguest@city.example,observer" }) },
      send: { opens: "manager", fields: () => ({ csv: "email,role\nguest@city.example,observer" }) },
    },
  },
  "routes/administration_.networks.new": {
    path: () => "/administration/networks/new",
    loader: "administrator",
    intents: { create: { opens: "administrator", fields: () => facts } },
  },
  "routes/networks.$network.settings": {
    path: inNetwork("/settings"),
    loader: "lead-partner",
    intents: {
      describe: { opens: "lead-partner", fields: () => facts },
      "add-name": { opens: "lead-partner", fields: () => ({ earlierName: "An earlier name" }) },
      "remove-name": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "add-phase": { opens: "lead-partner", fields: () => ({ phaseName: "A phase" }) },
      "change-phase": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId(), phaseName: "A phase" }),
      },
      "preview-phase": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId(), phaseName: "A phase" }),
      },
      "undo-phase": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "move-phase": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId(), by: "1" }),
      },
      "remove-phase": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      close: { opens: "lead-partner", fields: nothing },
      reopen: { opens: "lead-partner", answers: { opened: 409 }, fields: nothing },
    },
  },
  "routes/networks.$network.phases": {
    path: inNetwork("/phases"),
    loader: "member",
    // No such phase, extension or item is in the network.
    intents: {
      "preview-extension": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ phaseId: newId(), to: "2030-01-01" }),
      },
      extend: {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId(), phaseId: newId(), to: "2030-01-01", reason: "More time" }),
      },
      "preview-take-back": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId() }),
      },
      "take-back": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "add-item": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId(), phaseId: newId(), item: "The plans are there" }),
      },
      "tick-item": {
        opens: "lead-partner",
        answers: { opened: 404 },
        fields: () => ({ id: newId(), isDone: "yes" }),
      },
      "remove-item": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
    },
  },
  // What is read at the address that it makes is answered before the pages: calendar.test.ts.
  "routes/networks.$network.calendar": {
    path: inNetwork("/calendar"),
    loader: "deliverable-reader",
    intents: {
      "make-calendar": { opens: "deliverable-reader", fields: nothing },
      "end-calendar": { opens: "deliverable-reader", fields: nothing },
    },
  },
  "routes/networks.$network.deliverables._index": {
    path: inNetwork("/deliverables"),
    loader: "deliverable-reader",
    intents: {
      // Something is asked for already, and nothing was dropped.
      template: { opens: "lead-partner", answers: { opened: 422 }, fields: nothing },
      "ask-again": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "risk-days": {
        opens: "lead-partner",
        fields: () => ({
          ...{ noVersion: "14", draftDue: "7", draftUntouched: "10", changesUntouched: "7" },
          ...{ waitsForLead: "7", waitsForExpert: "5" },
        }),
      },
      "usual-risk-days": { opens: "lead-partner", fields: nothing },
    },
  },
  "routes/networks.$network.deliverables.export": {
    path: inNetwork("/deliverables/export"),
    loader: "deliverable-reader",
  },
  "routes/networks.$network.deliverables.new": {
    path: inNetwork("/deliverables/new"),
    loader: "lead-partner",
    intents: {
      add: {
        opens: "lead-partner",
        fields: () => ({
          ...{ id: newId(), title: "A plan", anchor: "day", fixedOn: "2030-01-01" },
          owedBy: "partners",
        }),
      },
    },
  },
  "routes/networks.$network.deliverables.$deliverable._index": {
    path: inNetwork(`/deliverables/${deliverables.asked}`),
    loader: "deliverable-reader",
    intents: {
      preview: {
        opens: "lead-partner",
        fields: () => ({ title: "A plan", anchor: "day", fixedOn: "2030-01-01", owedBy: "partners" }),
      },
      change: {
        opens: "lead-partner",
        fields: () => ({ title: "A plan", anchor: "day", fixedOn: "2030-01-01", owedBy: "partners" }),
      },
      undo: { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "preview-drop": { opens: "lead-partner", fields: nothing },
      // Nothing is dropped: these change nothing.
      "preview-ask-again": { opens: "lead-partner", fields: nothing },
      "ask-again": { opens: "lead-partner", fields: nothing },
      drop: { opens: "lead-partner", fields: nothing },
    },
  },
  "routes/networks.$network.deliverables.$deliverable.$partnership._index": {
    path: cell(),
    loader: "deliverable-reader",
    answers: { "ad-hoc expert of another city": 404 },
    intents: {
      begin: { opens: "writer", fields: step() },
      "hand-in": {
        opens: "writer",
        fields: ({ published }) => ({ ...step()(), what: `${published}:now` }),
      },
      // Nothing is handed in yet: these do not lead on from here.
      advise: { opens: "lead-expert", answers: { opened: 422 }, fields: step({ reason: "It is whole" }) },
      "request-changes": {
        opens: "lead-partner",
        answers: { opened: 422 },
        fields: step({ reason: "The sums differ", until: "2090-01-01" }),
      },
      accept: { opens: "lead-partner", answers: { opened: 422 }, fields: step() },
      submit: { opens: "lead-partner", answers: { opened: 422 }, fields: step() },
      return: { opens: "programme", answers: { opened: 422 }, fields: step({ reason: "A page is missing" }) },
      approve: { opens: "programme", answers: { opened: 422 }, fields: step() },
      // No such step was taken.
      "take-back": {
        opens: "deliverable-reader",
        answers: {
          ...{ opened: 404, "local group member": 404, "local group member of another city": 404 },
          "ad-hoc expert of another city": 404,
        },
        fields: () => ({ id: newId() }),
      },
      give: { opens: "officer-or-lead", fields: () => ({ personId: "" }) },
      link: { opens: "writer", fields: ({ published }) => ({ documentId: published }) },
      due: { opens: "lead-partner", fields: () => ({ dueOn: "2030-01-01" }) },
      "preview-due": { opens: "lead-partner", fields: () => ({ dueOn: "2030-01-01" }) },
      "undo-due": { opens: "lead-partner", answers: { opened: 404 }, fields: () => ({ id: newId() }) },
      "clear-due": { opens: "lead-partner", fields: nothing },
      "not-applicable": { opens: "lead-partner", fields: () => ({ reason: "It has no such office" }) },
      applicable: { opens: "lead-partner", fields: nothing },
    },
  },
  "routes/networks.$network.deliverables.$deliverable.$partnership.cell": {
    path: cell("/cell"),
    loader: "deliverable-reader",
    answers: { "ad-hoc expert of another city": 404 },
  },
  "routes/networks.$network.deliverables.$deliverable.$partnership.handed-in.$step": {
    path: ({ network, partnership }) =>
      `/networks/${network}/deliverables/${deliverables.handedIn}/${partnership}/handed-in/${deliverables.step}`,
    loader: "handed-in-reader",
  },
  "routes/networks.$network.timeline._index": { path: inNetwork("/timeline"), loader: "member" },
  "routes/networks.$network.timeline.export": { path: inNetwork("/timeline/export"), loader: "member" },
  "routes/networks.$network.timeline.picture": { path: inNetwork("/timeline/picture"), loader: "member" },
  "routes/networks.$network.partners._index": { path: inNetwork("/partners"), loader: "member" },
  "routes/networks.$network.partners.check": {
    path: inNetwork("/partners/check"),
    loader: "manager",
    intents: {
      check: {
        opens: "manager",
        fields: () => ({ activities: "50,000\n250,000", administration: "10", value: "400,000" }),
      },
    },
  },
  "routes/networks.$network.partners.new": {
    path: inNetwork("/partners/new"),
    loader: "lead-partner",
    intents: {
      add: {
        opens: "lead-partner",
        fields: () => ({ ...place(), id: newId(), role: "project-partner", since: "2021-01-01" }),
      },
    },
  },
  "routes/networks.$network.partners.$partnership": {
    path: partnership,
    loader: "member",
    intents: {
      change: {
        opens: "lead-partner",
        fields: () => ({ institution: "An institution", role: "project-partner", since: "2021-01-01" }),
      },
      budget: { opens: "lead-partner", fields: () => ({ budget: "100" }) },
      city: {
        opens: "lead-partner",
        fields: () => ({ country: "LT", "name-1": "A", "language-1": "lt", own: "1" }),
      },
      end: { opens: "lead-partner", fields: () => ({ lastDay: "2022-01-01" }) },
      replace: {
        opens: "lead-partner",
        fields: () => ({ ...place(), id: newId(), role: "project-partner", from: "2022-01-01" }),
      },
    },
  },
  "routes/documents.$document": { path: ({ published }) => `/documents/${published}`, loader: "member" },
  "routes/networks.$network.people.names": {
    path: inNetwork("/people/names?words=a"),
    loader: "member",
  },
  "routes/networks.$network.documents.titles": {
    path: inNetwork("/documents/titles?words=a"),
    loader: "member",
  },
  "routes/networks.$network.attention": {
    path: inNetwork("/attention"),
    loader: "member",
    intents: {
      wish: {
        opens: "member",
        fields: ({ partnership: placeId }) => ({ place: "city", placeId, wish: "watch" }),
      },
    },
  },
  "routes/networks.$network.trash": {
    path: inNetwork("/trash"),
    loader: "member",
    intents: { restore: { opens: "member", answers: { opened: 422 }, fields: () => ({ id: newId() }) } },
  },
  "routes/networks.$network.documents.$document.manage": {
    path: document("/manage"),
    loader: "member",
    intents: {
      rename: {
        opens: "writer",
        fields: () => ({ title: "Named by a test", was: "" }),
        answers: { opened: 409 },
      },
      // They write, but not for this city.
      duplicate: {
        opens: "writer",
        answers: { "officer of another city": 422 },
        fields: ({ partnership }) => ({ newId: newId(), partnershipId: partnership }),
      },
      translate: {
        opens: "writer",
        answers: { "officer of another city": 422 },
        fields: ({ partnership }) => ({ newId: newId(), partnershipId: partnership, language: "fi" }),
      },
      // There is no other city for which they write.
      move: {
        opens: "writer",
        answers: { opened: 403 },
        fields: ({ partnership }) => ({ partnershipId: partnership }),
      },
      archive: { opens: "writer", fields: nothing },
      unarchive: { opens: "writer", fields: nothing },
      trash: { opens: "writer", fields: nothing },
    },
  },
  "routes/networks.$network.documents._index": { path: inNetwork("/documents"), loader: "member" },
  "routes/networks.$network.practices._index": { path: inNetwork("/practices"), loader: "member" },
  "routes/networks.$network.settings_.templates": {
    path: inNetwork("/settings/templates"),
    loader: "member",
    // Whoever begins documents reads with what they begin, and so does who changes it.
    answers: { "local group member": 403, "local group member of another city": 403, observer: 403 },
    intents: {
      save: {
        opens: "lead-partner",
        fields: () => ({
          kind: "note",
          language: "fi",
          revision: "0",
          "sections.0.heading": "Named by a test",
        }),
      },
      reset: { opens: "lead-partner", fields: () => ({ kind: "note", language: "el", revision: "0" }) },
      arrange: {
        opens: "member",
        answers: { "local group member": 403, "local group member of another city": 403, observer: 403 },
        fields: nothing,
      },
    },
  },
  "routes/networks.$network.practices.new": {
    path: inNetwork("/practices/new"),
    loader: "member",
  },
  "routes/networks.$network.documents.new": {
    path: inNetwork("/documents/new"),
    loader: "member",
    intents: {
      create: {
        opens: "writer",
        // They write, but not for this city.
        answers: { "officer of another city": 422 },
        fields: ({ partnership }) => ({
          id: newId(),
          kind: "good-practice",
          partnershipId: partnership,
          title: "Begun by a test",
          language: "en",
        }),
      },
    },
  },
  "routes/networks.$network.documents.$document.comments.names": {
    path: document("/comments/names?on=published"),
    loader: "commenter",
    // Nothing is published there on which one could remark.
    answers: { openedOnDraft: 403 },
  },
  "routes/networks.$network.documents.$document.comments.$comment": {
    path: (places) => document(`/comments/${places.ownComment}`)(places),
    loader: "member",
    // The remark is on what is published.
    answers: { openedOnDraft: 404 },
    intents: {
      add: {
        opens: "commenter",
        fields: ({ ownComment }) => ({
          id: newId(),
          parentId: ownComment,
          madeOn: "published",
          text: "Said by a test.",
        }),
      },
      edit: { opens: "author", fields: ({ ownComment }) => ({ id: ownComment, text: "Changed by a test." }) },
      resolve: {
        opens: "resolver",
        fields: ({ ownComment }) => ({ id: ownComment, outcome: "declined", reason: "Declined by a test." }),
      },
      reopen: { opens: "resolver", fields: ({ ownComment }) => ({ id: ownComment }) },
      assign: {
        opens: "assigner",
        fields: ({ ownComment, person }) => ({ id: ownComment, assigneeId: person, dueOn: "2030-01-31" }),
      },
      unassign: { opens: "assigner", fields: ({ ownComment }) => ({ id: ownComment }) },
    },
  },
  "routes/networks.$network.remarks": { path: inNetwork("/remarks"), loader: "member" },
  "routes/networks.$network.tasks": {
    path: inNetwork("/tasks?show=documents"),
    action: inNetwork("/tasks"),
    loader: "member",
    intents: {
      tick: {
        opens: "writer",
        fields: ({ task }) => ({ task: `done:${task}` }),
        // They read nothing of what Alytus publishes.
        answers: { "ad-hoc expert of another city": 404, "local group member of another city": 404 },
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
      resolve: {
        opens: "resolver",
        fields: ({ ownComment }) => ({ id: ownComment, outcome: "declined", reason: "Declined by a test." }),
      },
      reopen: { opens: "resolver", fields: ({ ownComment }) => ({ id: ownComment }) },
      assign: {
        opens: "assigner",
        fields: ({ ownComment, person }) => ({ id: ownComment, assigneeId: person, dueOn: "2030-01-31" }),
      },
      unassign: { opens: "assigner", fields: ({ ownComment }) => ({ id: ownComment }) },
      // It is a practice: there is no visit note of this name for anybody.
      reply: { opens: "member", answers: noVisit, fields: () => ({ id: newId(), text: "Said by a test." }) },
      "add-to-visit": {
        opens: "member",
        answers: noVisit,
        fields: () => ({ id: newId(), text: "Said by a test." }),
      },
      sign: { opens: "member", answers: noVisit, fields: () => ({ side: "city", revision: "2" }) },
      "keep-reflection": {
        opens: "member",
        answers: noVisit,
        fields: () => ({ text: "Thought by a test.", revision: "0" }),
      },
      "share-reflection": { opens: "member", answers: noVisit, fields: nothing },
      "unshare-reflection": { opens: "member", answers: noVisit, fields: nothing },
      // It is no translation.
      follow: { opens: "writer", answers: { opened: 404 }, fields: () => ({ revision: "1" }) },
    },
    onPassages: {
      "add to the published text": begun(["commenter"], { madeOn: "published" }),
      "add to the working text": begun(["draft-reader", { observer: 403 }], {
        madeOn: "working",
      }),
      "add for experts": begun(["to-experts"], { madeOn: "published", readers: "experts" }),
      ...formsOf("published", ["commenter"], ["author"], ["resolver"], ["assigner"]),
      // An observer is told that they may only read before it is looked at what there is. Roeselare's officer may read none of these two.
      ...formsOf(
        "working",
        ["draft-reader", { observer: 403 }],
        ["draft-reader", { colleague: 403, observer: 403 }],
        ["draft-reader"],
        ["draft-reader", { opened: 422 }],
      ),
      ...formsOf(
        "experts",
        ["expert", { observer: 403 }],
        ["expert", { opened: 403, observer: 403 }],
        ["expert", { "ad-hoc expert": 403 }],
        ["expert", { opened: 422 }],
      ),
    },
  },
  "routes/networks.$network.documents.$document.elements": {
    path: document("/elements"),
    loader: "member",
    // The practice is Alytus's own: nobody marks its elements for Alytus. tests/domain/documents/element-marks.test.ts has the rest.
    intents: {
      mark: {
        opens: "writer",
        answers: { opened: 422, "officer of another city": 422, "named writer": 403 },
        fields: ({ partnership: partnershipId }) => ({
          partnershipId,
          elementId: newId(),
          state: "adapting",
          reason: "A reason",
          markedOn: "2021-05-03",
        }),
      },
      unmark: {
        opens: "writer",
        answers: { opened: 422, "officer of another city": 422, "named writer": 403 },
        fields: ({ partnership: partnershipId }) => ({ partnershipId, elementId: newId() }),
      },
    },
  },
  "routes/networks.$network.documents.$document.edit": {
    path: document("/edit"),
    loader: "writer",
    intents: {
      save: { opens: "writer", fields: () => written },
      continue: { opens: "writer", fields: nothing },
      arrange: { opens: "writer", fields: nothing },
    },
  },
  "routes/networks.$network.documents.$document.head": {
    path: document("/head"),
    loader: "member",
    intents: { "save-head": { opens: "writer", fields: () => head } },
  },
  "routes/networks.$network.documents.$document.publish": {
    path: document("/publish"),
    loader: "decider",
    intents: { publish: { opens: "decider", fields: () => ({ revision: "2", visibility: "public" }) } },
  },
  "routes/networks.$network.documents.$document.withdraw": {
    path: document("/withdraw"),
    loader: "decider",
    intents: { withdraw: { opens: "decider", fields: nothing } },
  },
  "routes/networks.$network.documents.$document.share": {
    path: document("/share"),
    loader: "decider",
    intents: {
      open: { opens: "decider", fields: () => ({ visibility: "network", revision: "2" }) },
      name: { opens: "decider", fields: ({ person }) => ({ personId: person, level: "reader" }) },
      change: { opens: "decider", fields: ({ person }) => ({ personId: person, level: "writer" }) },
      unname: { opens: "decider", fields: ({ person }) => ({ personId: person }) },
    },
  },
  "routes/networks.$network.documents.$document.versions._index": {
    path: document("/versions"),
    loader: "draft-reader",
  },
  "routes/networks.$network.documents.$document.versions.compare": {
    path: document("/versions/compare?from=1&to=2"),
    loader: "draft-reader",
  },
  "routes/networks.$network.documents.$document.publications.compare": {
    path: document("/publications/compare"),
    loader: "member",
    answers: { openedOnDraft: 404 },
  },
  "routes/networks.$network.documents.$document.read": {
    path: document("/read"),
    loader: "member",
    intents: { read: { opens: "member", fields: nothing } },
  },
  "routes/networks.$network.documents.$document.versions.$revision": {
    path: document("/versions/2"),
    loader: "draft-reader",
    intents: { name: { opens: "draft-writer", fields: () => ({ name: "Named by a test" }) } },
  },
  "routes/networks.$network.documents.$document.files": {
    path: document("/files"),
    loader: "draft-reader",
    intents: {
      // A form of words alone brings no file; tests/journeys/door/files.test.ts sends some.
      add: { opens: "draft-writer", answers: { opened: 422 }, fields: nothing },
      replace: { opens: "draft-writer", answers: { opened: 422 }, fields: ({ file }) => ({ id: file }) },
      describe: { opens: "draft-writer", fields: ({ file }) => ({ id: file, altText: "A square" }) },
      keep: { opens: "draft-writer", fields: ({ file }) => ({ id: file }) },
      remove: { opens: "draft-writer", fields: ({ file }) => ({ id: file }) },
      restore: { opens: "draft-writer", fields: ({ file }) => ({ id: file }) },
    },
  },
  "routes/networks.$network.documents.$document.files_.$file.erase": {
    path: (places) => document(`/files/${places.file}/erase`)(places),
    loader: "draft-writer",
    // It is a file of the published one.
    answers: { openedOnDraft: 404 },
    intents: { erase: { opens: "draft-writer", fields: () => ({ reason: "Consent was taken back" }) } },
  },
  "routes/networks.$network.documents.$document.publications._index": {
    path: document("/publications"),
    loader: "member",
    answers: { openedOnDraft: 404 },
  },
  "routes/networks.$network.documents.$document.publications.$number": {
    path: document("/publications/1"),
    loader: "member",
    answers: { openedOnDraft: 404 },
    // There is only the present one, which is withdrawn elsewhere.
    intents: {
      withdraw: { opens: "decider", answers: { opened: 422, openedOnDraft: 404 }, fields: nothing },
    },
  },
  "routes/networks.$network.documents.$document.versions.$revision_.restore": {
    path: document("/versions/2/restore"),
    loader: "draft-writer",
    intents: {
      // The version is what stands there: nothing would change.
      "bring-back": { opens: "draft-writer", answers: { opened: 422 }, fields: () => ({ head: "on" }) },
      // Nothing was brought back that could be taken back.
      "take-back": { opens: "draft-writer", answers: { opened: 409 }, fields: () => ({ done: "1" }) },
    },
  },
  "routes/networks.$network.documents.$document.authorship": {
    path: document("/authorship"),
    loader: "draft-reader",
  },
  "routes/networks.$network.documents.$document.writers": {
    path: document("/writers"),
    loader: "draft-reader",
  },
  "routes/networks.$network.documents.$document.remarks": {
    path: document("/remarks"),
    loader: "draft-reader",
  },
  "routes/networks.$network.documents.$document.readers": { path: document("/readers"), loader: "member" },
};

/** Where a line's forms are sent. */
export function actionPath(line: RouteLine, places: Places): string {
  return (line.action ?? line.path)(places);
}

/** Every form of the table: its line, its intent, and who may send it. */
export const forms = Object.entries(routeTable).flatMap(([id, line]) =>
  Object.entries(line.intents ?? {}).map(([intent, form]) => ({ id, line, intent, ...form })),
);
