// That the log says what failed and why, and nothing that opens a door.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "~/platform/log.server";

function logged(
  write: (log: ReturnType<typeof createLog>) => void,
  level = "info",
): Array<Record<string, unknown>> {
  const stream = new PassThrough();
  write(createLog(level, stream));
  const text = String(stream.read() ?? "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("an error is written with its kind, its words, where it happened and what caused it", () => {
  const error = Object.assign(new TypeError("no such stall", { cause: new Error("the market is closed") }), {
    code: "ENOSTALL",
  });
  const [line] = logged((log) => log.error({ error, number: "1a2b3c4d" }, "a request failed"));
  expect(line).toMatchObject({
    msg: "a request failed",
    number: "1a2b3c4d",
    error: { type: "TypeError", message: expect.stringContaining("no such stall"), code: "ENOSTALL" },
  });
  expect(JSON.stringify(line)).toMatch(
    /log\.test\.ts.*the market is closed|the market is closed.*log\.test\.ts/,
  );
});

test("a password, a token and a cookie are left out, whoever writes them", () => {
  const secrets = { password: "hush", token: "hush", cookie: "hush" };
  const lines = logged((log) =>
    log.warn({ ...secrets, form: { ...secrets, email: "a@alytus.example" } }, "odd"),
  );
  expect(JSON.stringify(lines)).not.toContain("hush");
  expect(lines).toMatchObject([
    { form: { email: "a@alytus.example" }, time: expect.stringMatching(/^\d{4}-/) },
  ]);
});

test("what is below the level is not written", () => {
  expect(logged((log) => log.info("much"), "warn")).toEqual([]);
  expect(logged((log) => log.fatal("all"), "silent")).toEqual([]);
});
