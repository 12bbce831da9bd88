// The matrix of deliverables as a file for a spreadsheet: a line for each deliverable of each city, in the words of who takes it along.
import { reasonInWords, standingInWords, type Words } from "~/domain/deliverables/in-words";
import type { Matrix } from "~/domain/deliverables/matrix.server";
import { csvBegin, csvLine } from "./csv";

const columns = [
  "city",
  "institution",
  "phase",
  "deliverable",
  "state",
  "due",
  "daysLate",
  "standing",
  "reasons",
  "responsible",
] as const;

/** Days as "YYYY-MM-DD", so that a spreadsheet knows them for days. */
export async function* deliverablesFile(
  { cells, deliverables, partners }: Matrix,
  t: Words,
): AsyncGenerator<string> {
  const deliverableOf = new Map(deliverables.map((one) => [one.id, one]));
  const partnerOf = new Map(partners.map((one) => [one.id, one]));
  const lines = cells.map((cell) => {
    const deliverable = deliverableOf.get(cell.deliverableId);
    const partner = partnerOf.get(cell.partnershipId);
    const reasons = cell.reasons.map((reason) => reasonInWords(t, reason)).join(" ");
    return csvLine([
      ...[partner?.city, partner?.institution, deliverable?.phase, deliverable?.title],
      ...[t(`deliverables:state.${cell.state}`), cell.due, cell.daysLate > 0 ? cell.daysLate : ""],
      ...[standingInWords(t, cell), cell.notApplicable ?? reasons, cell.responsible?.name],
    ]);
  });
  yield csvBegin + csvLine(columns.map((column) => t(`deliverables:csvColumns.${column}`))) + lines.join("");
}
