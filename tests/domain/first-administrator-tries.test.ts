// The address of the first administrator is no guess for whoever has it: opening its page again and again does not shut them out.
import { expect, test } from "vitest";
import {
  demandFirstAdministratorToken,
  offerFirstAdministrator,
} from "~/domain/accounts/first-administrator.server";
import { outcome } from "../support/outcome";
import { world } from "../support/world";

const caller = { address: "203.0.113.9", userAgent: "Test browser" };

test("the right address opens as often as it is asked for, a wrong one only so many times", async () => {
  await world();
  const token = (await offerFirstAdministrator()) ?? "";
  for (let time = 1; time <= 40; time += 1)
    expect([time, await outcome(demandFirstAdministratorToken(caller, token))]).toEqual([time, "done"]);
  for (let time = 1; time <= 40; time += 1) await outcome(demandFirstAdministratorToken(caller, "wrong"));
  expect(await outcome(demandFirstAdministratorToken(caller, token))).toBe("not-found");
});
