// Everybody who may knock at a door, and what each is answered there: the classes of the route table spelt out for every caller.
import type { FormOpens, Opens } from "./route-table";

/** Seen from Alytus in the first demo network; "elsewhere" is a role of the same name in the other network alone. */
export const callers = [
  "stranger",
  "signed-in stranger",
  "ended officer",
  "deactivated officer",
  "lead partner",
  "officer",
  "colleague",
  "officer of another city",
  "lead expert",
  "ad-hoc expert",
  "ad-hoc expert of another city",
  "local group member",
  "local group member of another city",
  "observer",
  "named reader",
  "named commenter",
  "named writer",
  "lead partner elsewhere",
  "officer elsewhere",
  "lead expert elsewhere",
  "ad-hoc expert elsewhere",
  "local group member elsewhere",
  "observer elsewhere",
  "administrator",
] as const;

export type Caller = (typeof callers)[number];

/** Statuses other than a class says, by caller; "opened" is what those get to whom it opens. */
export type Answers = Partial<Record<Caller | "opened" | "openedOnDraft", number>>;

/** Lead experts whom Alytus has named on its draft, and on nothing else. */
const named = ["named reader", "named commenter", "named writer"] as const satisfies readonly Caller[];

const members: readonly Caller[] = [
  "lead partner",
  "officer",
  "colleague",
  "officer of another city",
  "lead expert",
  "ad-hoc expert",
  "ad-hoc expert of another city",
  "local group member",
  "local group member of another city",
  "observer",
  ...named,
];

const nobodyKnown: readonly Caller[] = ["stranger", "deactivated officer"];

/** They hold a role for another city only, and do not know of what Alytus published. */
const withoutSight: readonly Caller[] = [
  "ad-hoc expert of another city",
  "local group member of another city",
];

/** Alytus's working texts are read by its officers alone. */
const ownOfficers: readonly Caller[] = ["officer", "colleague"];

const experts: readonly Caller[] = ["lead partner", "lead expert", "ad-hoc expert", ...named];

const allButNobody = callers.filter((caller) => !nobodyKnown.includes(caller));

/** To whom each class opens. */
const openTo: Record<Opens | FormOpens, readonly Caller[]> = {
  everybody: callers,
  person: allButNobody,
  member: members,
  writer: ownOfficers,
  "draft-reader": ownOfficers,
  "draft-writer": ownOfficers,
  decider: ownOfficers,
  commenter: members.filter((caller) => caller !== "observer"),
  author: ["officer"],
  // Of Alytus's own remark: who wrote it, who writes the practice, lead partner and lead experts.
  resolver: [...ownOfficers, "lead partner", "lead expert", ...named],
  assigner: members.filter((caller) => caller !== "observer"),
  expert: experts,
  "to-experts": experts,
  "lead-partner": ["lead partner"],
  "officer-or-lead": ["lead partner", ...ownOfficers],
  manager: ["lead partner", ...ownOfficers, "officer of another city"],
  // Of the network as a whole; an ad-hoc expert sees the named cities' alone.
  "deliverable-reader": members.filter((caller) => !caller.startsWith("local group member")),
  "handed-in-reader": [...ownOfficers, "lead partner", "lead expert", ...named],
  "lead-expert": ["lead expert", ...named],
  programme: ["lead partner", "observer"],
  administrator: ["administrator"],
};

/** The same for the draft, where that is other than for the practice. */
const openOnDraft: Partial<Record<FormOpens, readonly Caller[]>> = {
  writer: [...ownOfficers, "named writer"],
  "draft-reader": [...ownOfficers, ...named],
  "draft-writer": [...ownOfficers, "named writer"],
  commenter: [...ownOfficers, "named commenter", "named writer"],
};

/** What stands behind an address: something of the network as a whole, Alytus's published practice, or its draft. */
export type Behind = "network" | "published" | "draft";

/**
 * What the caller is answered: "done" (a page, or a form that was done), or the status of the refusal. Members are told that their
 * role does not allow it (403) where they may at least see the thing; everybody else finds nothing there (404).
 */
export function expected(
  caller: Caller,
  opens: Opens | FormOpens,
  behind: Behind,
  answers: Answers = {},
): number | "done" {
  // On the draft nobody has remarked; a mere reader is told that they may not, before that is looked at.
  if (opens === "author" && behind === "draft" && caller !== "named reader") return 404;
  if ((opens === "resolver" || opens === "assigner") && behind === "draft") return 404;
  const sees = membersWhoSee(behind).includes(caller);
  const isOfPeople = opens === "everybody" || opens === "person" || opens === "administrator";
  const said = answers[caller];
  if (said !== undefined && (isOfPeople || sees || behind !== "draft")) return said;
  if (!isOfPeople && !sees) return 404;
  const opened = (behind === "draft" ? openOnDraft[opens] : undefined) ?? openTo[opens];
  if (opened.includes(caller))
    return (behind === "draft" ? answers.openedOnDraft : undefined) ?? answers.opened ?? "done";
  const isHidden =
    opens === "expert" ||
    opens === "handed-in-reader" ||
    (behind !== "draft" && (opens === "draft-reader" || opens === "draft-writer"));
  return isOfPeople || isHidden ? 404 : 403;
}

function membersWhoSee(behind: Behind): readonly Caller[] {
  if (behind === "draft") return [...ownOfficers, ...named];
  return behind === "network" ? members : members.filter((caller) => !withoutSight.includes(caller));
}
