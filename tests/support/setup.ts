// An unexpected console.error fails the test it happens in.
import { afterEach, expect, vi } from "vitest";

const said = vi.spyOn(console, "error").mockImplementation(() => undefined);

afterEach(() => {
  const calls = said.mock.calls.map((call) => call.map(String).join(" "));
  said.mockClear();
  expect(calls, "unexpected console.error").toEqual([]);
});
