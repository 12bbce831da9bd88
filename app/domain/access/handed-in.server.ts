// Who reads what a city handed in: its judges from then on, and observers once it went to the programme.
import type { Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { can, type Member } from "./member";

/** What opens a handed-in version or file: a hand-in that was taken back stays its city's alone. */
export function readsHandedIn(
  member: Pick<Member, "roles" | "network">,
  step: { partnershipId: string; isTakenBack: boolean; isSubmitted: boolean },
): boolean {
  const { partnershipId, isTakenBack, isSubmitted } = step;
  if (isTakenBack) return can(member, "read-working-text", partnershipId);
  if (can(member, "read-handed-in", partnershipId)) return true;
  return isSubmitted && can(member, "read-submitted", partnershipId);
}

/** What is asked of a hand-in to judge who reads it; `opened` makes it of what was read. */
export const opening = {
  number: true,
  takenBackAt: true,
  of: {
    select: {
      partnershipId: true,
      networkId: true,
      steps: {
        where: { takenBackAt: null, kind: { in: ["hand-in", "submit"] } },
        select: { number: true, kind: true },
        orderBy: { number: "asc" },
      },
    },
  },
} satisfies Prisma.DeliverableStepSelect;

interface OpeningRead {
  number: number;
  takenBackAt: Date | null;
  of: { partnershipId: string; steps: Array<{ number: number; kind: string }> };
}

/** It went to the programme where the first standing step after it, handing in or submitting, is a submission. */
export function opened({ number, takenBackAt, of }: OpeningRead) {
  const next = of.steps.find((step) => step.number > number);
  return {
    partnershipId: of.partnershipId,
    isTakenBack: takenBackAt !== null,
    isSubmitted: next?.kind === "submit",
  };
}

/** Whether the document, or a version of it, was handed in: it is then kept for good. */
export async function wasHandedIn(transaction: Transaction, documentId: string): Promise<boolean> {
  return (await transaction.deliverableStep.count({ where: { documentId } })) > 0;
}
