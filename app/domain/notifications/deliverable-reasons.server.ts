// Who hears of what happens to a partner's deliverable: the city that owes it, whoever takes the next step, and whose days move.
import { database } from "~/platform/db.server";
import type { ActivityKind } from "../activity/activity";
import type { StepKind } from "../deliverables/deliverable";
import { movedIn } from "../deliverables/moves.server";
import { cityPeopleIn, holdersOf } from "../deliverables/people-of.server";

interface About {
  networkId: string;
  deliverableId: string;
  partnershipId: string;
}

/** Who hears that a step was taken, and that it was taken back. */
const stepHeardBy: Record<StepKind, readonly Hearer[]> = {
  begin: [],
  "hand-in": ["lead", "expert"],
  advise: ["lead", "city"],
  "request-changes": ["city"],
  accept: ["city"],
  submit: ["city", "programme"],
  return: ["city", "lead"],
  approve: ["city", "lead"],
};

type Hearer = "city" | "lead" | "expert" | "programme";

const stepOf: Partial<Record<ActivityKind, StepKind>> = {
  "deliverable-handed-in": "hand-in",
  "deliverable-advised": "advise",
  "deliverable-sent-back": "request-changes",
  "deliverable-accepted": "accept",
  "deliverable-submitted": "submit",
  "deliverable-returned": "return",
  "deliverable-approved": "approve",
};

/** The kinds of happenings of which somebody hears here. */
export const stepKindsTold = [
  ...(Object.keys(stepOf) as ActivityKind[]),
  "deliverable-step-taken-back",
  "deliverable-not-applicable",
  "deliverable-applicable",
] as const;

/** The people who hear of it, in no order. */
export async function hearersOfStep(kind: string, about: About, after: unknown): Promise<string[]> {
  const { step } = (after ?? {}) as { step?: StepKind };
  const taken = stepOf[kind as ActivityKind] ?? step;
  const hearers = taken ? stepHeardBy[taken] : (["city"] as const);
  const people = await Promise.all(hearers.map((hearer) => peopleOf(hearer, about)));
  return [...new Set(people.flat())];
}

async function peopleOf(hearer: Hearer, about: About): Promise<string[]> {
  switch (hearer) {
    case "city":
      return (await cityPeopleIn(about.networkId))(about);
    case "lead":
      return holdersOf("manage-deliverables", about);
    case "expert":
      return (await asksExpert(about)) ? holdersOf("advise-on-deliverables", about) : [];
    case "programme": {
      const leads = new Set(await holdersOf("manage-deliverables", about));
      return (await holdersOf("record-programme", about)).filter((id) => !leads.has(id));
    }
  }
}

async function asksExpert({ deliverableId: id }: About): Promise<boolean> {
  const found = await database().read.deliverable.findUnique({ where: { id }, select: { asksExpert: true } });
  return found?.asksExpert === true;
}

/** Whose days moved by what happened. */
export async function concernedByMoves(networkId: string, after: unknown): Promise<string[]> {
  const moved = movedIn(after);
  if (moved.length === 0) return [];
  const peopleOfCell = await cityPeopleIn(networkId);
  const people = moved.flatMap(({ deliverableId, partnershipIds }) =>
    partnershipIds.flatMap((partnershipId) => peopleOfCell({ deliverableId, partnershipId })),
  );
  return [...new Set(people)];
}
