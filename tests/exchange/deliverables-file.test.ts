// The matrix as a file: a line for each deliverable of each city, whole after the way there and back, and never a formula.
import { parse } from "csv-parse/sync";
import { afterEach, expect, test } from "vitest";
import { give, setNotApplicable } from "~/domain/deliverables/cells.server";
import { filterIn, narrowed } from "~/domain/deliverables/matrix-filter";
import { readMatrix, type Matrix } from "~/domain/deliverables/matrix.server";
import { deliverablesFile } from "~/exchange/deliverables-file";
import { translate } from "~/i18n/translate.server";
import { forgetPlaces } from "~/domain/networks/places.server";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { foundNetwork } from "../support/found-network";
import { addedPhase, addOwed, setClock } from "../support/owed";

afterEach(() => shiftClock(0));

async function fileOf(matrix: Matrix, language = "en"): Promise<string> {
  let text = "";
  for await (const piece of deliverablesFile(matrix, translate(language))) text += piece;
  return text;
}
const linesOf = (text: string) => parse(text, { bom: true }) as string[][];

test("each line says city, institution, phase, deliverable, state, due day, how late, why and who sees to it", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, officer, partners } = network;
  const phaseId = await addedPhase(lead, { plannedStart: "2022-05-01" });
  const deliverableId = await addOwed(lead, { title: "Roadmap, short", phaseId });
  await give(officer, { deliverableId, partnershipId: partners.own }, officer.personId);
  await setNotApplicable(lead, { deliverableId, partnershipId: partners.other }, "It has one");
  setClock("2022-05-13T10:00:00Z");
  const matrix = await readMatrix(lead);
  const text = await fileOf(matrix);
  expect(text.startsWith("\uFEFF")).toBe(true);
  const [head, ...lines] = linesOf(text);
  expect(head).toHaveLength(10);
  expect(new Set(head).size).toBe(10);
  const overdue = "The due day was over 12 days ago and nothing is handed in.";
  const late = ["Not started", "2022-05-01", "12", "12 days late", overdue];
  expect(lines).toEqual([
    ["Barnsley", "Municipality of Barnsley", "Phase 2", "Roadmap, short", ...late, ""],
    ["Alytus", "Municipality of Alytus", "Phase 2", "Roadmap, short", ...late, "Officer"],
    [
      ...[
        "Novska",
        "Municipality of Novska",
        "Phase 2",
        "Roadmap, short",
        "Not applicable",
        "2022-05-01",
        "",
        "",
      ],
      ...["It has one", ""],
    ],
  ]);
  // Narrowed as it is shown.
  const [, ...left] = linesOf(await fileOf(narrowed(matrix, filterIn(new URLSearchParams("state=late")))));
  expect(left.map(([city]) => city)).toEqual(["Barnsley", "Alytus"]);
});

test("in every language its words are that language's", async () => {
  const { leadPartner: lead } = await foundNetwork();
  await addOwed(lead, { anchor: "day", fixedOn: "2022-05-01" });
  const matrix = await readMatrix(lead);
  const files = await Promise.all(["en", "lt", "lv", "ro", "it"].map((language) => fileOf(matrix, language)));
  expect(new Set(files.map((text) => linesOf(text)[0]?.join())).size).toBe(5);
  for (const text of files) expect(text).not.toMatch(/deliverables[:.]|\{\{/);
});

test("no cell is calculated, whoever wrote it, and no cell breaks out of its line", async () => {
  const network = await foundNetwork();
  const { leadPartner: lead, officer, partners, networkId } = network;
  const evil = ["=1+1", "+49", "-5", "@SUM(A1)", '=HYPERLINK("http://x.example","a")', "＝1+1", "\t=1+1"];
  const phaseId = await addedPhase(lead, { plannedStart: "2022-05-01" }, "=phase");
  const ids: string[] = [];
  for (const title of evil) ids.push(await addOwed(lead, { title, phaseId }));
  const key = (at: number, partnershipId: string) => ({ deliverableId: ids[at] ?? "", partnershipId });
  await setNotApplicable(lead, key(0, partners.other), '=cmd|"/c calc"!A1\n=2,"x"\r\n=3');
  await give(officer, key(0, partners.own), officer.personId);
  await database().write(async (transaction) => {
    await transaction.person.update({ where: { id: officer.personId }, data: { name: "@officer" } });
    const { institutionId } = await transaction.partnership.findUniqueOrThrow({
      where: { id: partners.own },
    });
    await transaction.institution.update({ where: { id: institutionId }, data: { name: "+institution" } });
    const { cityId } = await transaction.institution.findUniqueOrThrow({ where: { id: institutionId } });
    await transaction.cityName.updateMany({ where: { cityId }, data: { name: "-city" } });
  });
  forgetPlaces(networkId);
  const lines = linesOf(await fileOf(await readMatrix(lead)));
  expect(lines).toHaveLength(1 + 3 * evil.length);
  for (const line of lines) {
    expect(line).toHaveLength(10);
    for (const cell of line) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
  }
  const cells = new Set(lines.flat());
  for (const written of [
    ...evil,
    "=phase",
    "@officer",
    "+institution",
    "-city",
    '=cmd|"/c calc"!A1\n=2,"x"\r\n=3',
  ])
    expect(cells).toContain(`'${written}`);
});
