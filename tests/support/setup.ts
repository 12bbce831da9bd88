// An unexpected console.error fails the test it happens in, and what is drawn at random is the same on every run.
import fc from "fast-check";
import { afterEach, expect, vi } from "vitest";

// Look further with another seed: SEED=7 npx vitest run tests/text/any-text.test.ts
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_200_403) });

const said = vi.spyOn(console, "error").mockImplementation(() => undefined);

afterEach(() => {
  const calls = said.mock.calls.map((call) => call.map(String).join(" "));
  said.mockClear();
  expect(calls, "unexpected console.error").toEqual([]);
});
