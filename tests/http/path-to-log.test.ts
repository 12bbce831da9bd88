// The log does not keep what opens a door.
import { expect, test } from "vitest";
import { pathToLog } from "~/http/path-to-log";

test.each([
  ["/calendar/secret.ics", "/calendar/…"],
  ["/invitation/secret", "/invitation/…"],
  ["/invitation/secret.data", "/invitation/…"],
  ["/unsubscribe/person.secret", "/unsubscribe/…"],
  ["/reset-password/secret", "/reset-password/…"],
  ["/first-administrator/secret", "/first-administrator/…"],
])("of %s it keeps %s", (path, kept) => {
  expect(pathToLog(path)).toBe(kept);
});

test.each(["/", "/networks/one/calendar", "/networks/one/invitations/new", "/forgot-password"])(
  "%s stays as it is",
  (path) => {
    expect(pathToLog(path)).toBe(path);
  },
);
