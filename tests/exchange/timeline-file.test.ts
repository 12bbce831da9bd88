// The timeline as a file: a line for each day, with days that a spreadsheet knows, in every language, and never a formula.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { timelineFile } from "~/exchange/timeline-file";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import type { Timeline } from "~/domain/deliverables/timeline";
import { aDue, aMeeting, aPhase, aTimeline } from "../support/timelines";

async function linesOf(timeline: Timeline, language = "en"): Promise<string[][]> {
  let text = "";
  for await (const piece of timelineFile(timeline, translate(language), formatFor(language, "UTC")))
    text += piece;
  return parse(text, { bom: true }) as string[][];
}
const timeline = aTimeline({ dues: [aDue({ late: ["Alytus"] })], meetings: [aMeeting()] });

test("each line says from when to when, what, phase, cities, baseline, by how many days it moved and how it stands", async () => {
  expect(await linesOf(timeline)).toEqual([
    ["Day", "Last day", "What", "Phase", "Cities", "Planned for", "Days later", "How it stands"],
    ["2020-05-07", "2020-05-07", "Phase 2 begins", "Phase 2", "", "2020-05-07", "0", ""],
    ["2020-06-16", "2020-06-17", "Minutes of the kick-off", "", "Messina", "", "", "Meeting"],
    [
      ...["2022-08-07", "2022-08-07", "Final plan", "Phase 2", "Alytus and Novska"],
      ...["2022-05-07", "92", "Not started · Late: Alytus"],
    ],
    ["2022-08-07", "2022-08-07", "Phase 2 ends", "Phase 2", "", "2022-05-07", "92", ""],
  ]);
});

test("in every language its words are that language's", async () => {
  const files = await Promise.all(
    ["en", "lt", "lv", "ro", "it"].map((language) => linesOf(timeline, language)),
  );
  expect(new Set(files.map(([head]) => head?.join())).size).toBe(5);
  expect(files.flat(2).join(" ")).not.toMatch(/timeline[:.]|\{\{/);
});

test("no cell is calculated, whoever wrote it", async () => {
  const evil = '=HYPERLINK("http://x.example")';
  const lines = await linesOf(
    aTimeline({
      phases: [aPhase({ name: evil })],
      dues: [aDue({ title: evil, phase: evil, cities: [evil], late: [evil] })],
      meetings: [aMeeting({ title: evil, city: evil })],
    }),
  );
  for (const cell of lines.flat()) expect(cell).not.toMatch(/^\s*[=+@]/);
});
