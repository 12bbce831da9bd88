// The record as a file: spreadsheets show it as text, programs read it line by line.
import { expect, test } from "vitest";
import type { TakenRow } from "~/domain/activity/take-along.server";
import { activityFile, formatOf } from "~/exchange/activity-file";
import { csvLine } from "~/exchange/csv";

test.each([
  ["=1+1", "'=1+1"],
  ["+49", "'+49"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =1+1", "'  =1+1"],
  ["\t=1+1", "'\t=1+1"],
  ["\r=1+1", `"'\r=1+1"`],
  ["＝1+1", "'＝1+1"],
  ['=HYPERLINK("http://x.example")', `"'=HYPERLINK(""http://x.example"")"`],
  ["Alytus, Novska", '"Alytus, Novska"'],
  ['the "old" market', '"the ""old"" market"'],
  ["two\nlines", '"two\nlines"'],
  [" spaces ", '" spaces "'],
  ["a = b", "a = b"],
  [null, ""],
  [-5, "-5"],
])("the cell %j is written %j", (value, written) => {
  expect(csvLine([value])).toBe(`${written}\r\n`);
});

const rows: TakenRow[] = [
  { chain: "c", position: 1, withheld: "row", hash: "h1" },
  {
    ...{
      chain: "c",
      position: 2,
      withheld: "" as const,
      at: "2026-01-01T00:00:00.000Z",
      person: "=cmd",
      kind: "document-saved",
    },
    ...{
      reach: "network",
      id: "i",
      networkId: "c",
      personId: "p",
      subjectId: "s",
      partnershipId: null,
      documentId: null,
    },
    ...{ before: null, after: { title: "A, B" }, hash: "h2" },
  },
];

async function file(format: "csv" | "jsonl") {
  const pages = (async function* () {
    yield rows.slice(0, 1);
    yield rows.slice(1);
  })();
  let text = "";
  for await (const piece of activityFile(pages, format)) text += piece;
  return text;
}

test("as comma-separated values it has a line of names, a line for each row, and no formula", async () => {
  const lines = (await file("csv")).split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFposition,at,person,kind,reach,withheld,before,after,/);
  expect(lines[1]).toBe("1,,,,,row,,,,,,,,,c,h1");
  expect(lines[2]).toBe(
    `2,2026-01-01T00:00:00.000Z,'=cmd,document-saved,network,,,"{""title"":""A, B""}",s,,,p,c,i,c,h2`,
  );
  expect(lines[3]).toBe("");
});

test("as JSON lines every row stands alone", async () => {
  const lines = (await file("jsonl")).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
});

test("any other format is taken for comma-separated values", () => {
  expect([null, "", "xlsx", "__proto__", "jsonl"].map(formatOf)).toEqual([
    "csv",
    "csv",
    "csv",
    "csv",
    "jsonl",
  ]);
});
