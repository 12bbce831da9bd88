// How one city stands with a deliverable, as the matrix shows it: for a matrix that is open while a step is taken. Data alone, kept by no cache.
import { readCell } from "~/domain/deliverables/matrix.server";
import { memberFile } from "~/http/guard.server";
import { typingAnswer } from "~/http/typing-answer.server";

export const loader = memberFile(async ({ member, param }) =>
  typingAnswer(
    await readCell(member, { deliverableId: param("deliverable"), partnershipId: param("partnership") }),
  ),
);
