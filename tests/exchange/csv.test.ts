// Lists from spreadsheets, as they come: with and without a mark, with three kinds of signs between cells, and broken ones.
import { expect, test } from "vitest";
import { refusalIn } from "~/domain/refusal";
import { csvRows, csvText } from "~/exchange/csv.server";

const limits = {
  bytes: 1_000,
  rows: 3,
  columns: ["email", "role", "city"],
  needed: ["email", "role"],
} as const;
const read = (text: string) => csvRows(text, limits);
const bytes = (text: string) => new TextEncoder().encode(text);

function wrongIn(run: () => unknown) {
  try {
    run();
  } catch (thrown) {
    const refusal = refusalIn(thrown);
    return refusal?.kind === "invalid" ? refusal.fields : thrown;
  }
  return "done";
}

test.each([",", ";", "\t"])(
  "cells are parted by %j, as the first row has them, in any order and case",
  (sign) => {
    const text = [
      ["Role", " E-mail", "EMAIL"],
      ["observer", "x", "a@b.example"],
    ]
      .map((row) => row.join(sign))
      .join("\r\n");
    expect(read(text)).toEqual([{ line: 2, cells: { role: "observer", email: "a@b.example" } }]);
  },
);

test("a byte order mark is taken off, empty rows are left out, and lines are counted as the file has them", () => {
  const text = csvText(bytes('\uFEFFemail,role\n\na@b.example,observer\n,\nc@d.example,"a""b"\n'), 1_000);
  expect(read(text)).toEqual([
    { line: 3, cells: { email: "a@b.example", role: "observer" } },
    { line: 5, cells: { email: "c@d.example", role: 'a"b' } },
  ]);
});

test("a comma stays in a cell of a list parted by semicolons, and a formula is text", () => {
  expect(read('email;role;city\n=1+1;@SUM(A1);Alytus, Novska\n"x;y";-2;"+3\n4"')).toEqual([
    { line: 2, cells: { email: "=1+1", role: "@SUM(A1)", city: "Alytus, Novska" } },
    { line: 3, cells: { email: "x;y", role: "-2", city: "+3\n4" } },
  ]);
});

test("what is too large, too long, without a column or a row, no UTF-8 or broken is refused in words", () => {
  expect(wrongIn(() => read("email,city\na,b"))).toEqual({
    csv: { key: "csvNoColumn", values: { column: "role" } },
  });
  expect(wrongIn(() => read(""))).toEqual({ csv: { key: "csvNoColumn", values: { column: "email" } } });
  expect(wrongIn(() => read("email,role\n"))).toEqual({ csv: { key: "csvEmpty" } });
  expect(wrongIn(() => read(`email,role\n${"a,b\n".repeat(4)}`))).toEqual({
    csv: { key: "csvTooMany", values: { limit: 3 } },
  });
  expect(wrongIn(() => read(`email,role\n${"a".repeat(1_000)},b`))).toEqual({ csv: { key: "csvTooLarge" } });
  expect(wrongIn(() => read('email,role\n"a,b\nc,d\n'))).toMatchObject({ csv: { key: "csvBroken" } });
  expect(wrongIn(() => csvText(bytes("email"), 4))).toEqual({ file: { key: "csvTooLarge" } });
  expect(wrongIn(() => csvText(Uint8Array.of(0x4a, 0xe0, 0x2c), 100))).toEqual({
    file: { key: "csvNotUtf8" },
  });
});

test("a row is told by the line on which it begins, however many lines its cells have", () => {
  const text =
    'email,name,role\r\na@x.test,"On two\r\nlines",Observer\r\nb@x.test,"And\non\nthree",Observer\r\nc@x.test,,Observer\r\n';
  expect(read(text).map(({ line }) => line)).toEqual([2, 4, 7]);
});
