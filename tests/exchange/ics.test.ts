// The text of a calendar as calendar programs ask for it: what stands at its head, in which order, and where lines are broken.
import { expect, test } from "vitest";
import { icsOf } from "~/exchange/ics.server";
import { folded } from "~/exchange/ics-lines";
import type { OfferedEntry } from "~/domain/calendar/offered.server";
import { readCalendar } from "../support/read-calendar";

const entry = (more: Partial<OfferedEntry> = {}): OfferedEntry => ({
  uid: "deliverable-1-2@torg",
  day: "2089-05-04",
  title: "The roadmap — Alytus",
  sequence: 3,
  changedAt: new Date("2089-03-01T09:00:00.500Z"),
  standing: {
    description: "Drafting\n\nA network\nhttps://torg.example/networks/one",
    url: "https://torg.example/networks/one",
    category: "A network",
    hasAlarms: true,
  },
  ...more,
});
const textOf = (...entries: OfferedEntry[]) => icsOf({ name: "Torg: mine", language: "en", entries });

test("the whole text of one entry", () => {
  expect(textOf(entry()).split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Torg//Calendar//EN",
    "METHOD:PUBLISH",
    "NAME:Torg: mine",
    "X-WR-CALNAME:Torg: mine",
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    "X-PUBLISHED-TTL:PT4H",
    "BEGIN:VEVENT",
    "UID:deliverable-1-2@torg",
    "SEQUENCE:3",
    "DTSTAMP:20890301T090000Z",
    "DTSTART;VALUE=DATE:20890504",
    "DTEND;VALUE=DATE:20890505",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE",
    "SUMMARY:The roadmap — Alytus",
    "TRANSP:TRANSPARENT",
    "DESCRIPTION:Drafting\\n\\nA network\\nhttps://torg.example/networks/one",
    "CATEGORIES:A network",
    "URL;VALUE=URI:https://torg.example/networks/one",
    "STATUS:CONFIRMED",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    "LAST-MODIFIED:20890301T090000Z",
    ...["-P13DT15H", "-P6DT15H", "-PT15H"].flatMap((trigger) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `TRIGGER:${trigger}`,
      "DESCRIPTION:The roadmap — Alytus",
      "END:VALARM",
    ]),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("a cancelled entry keeps its name and day, and nothing else is said of it", () => {
  const text = textOf(entry({ title: "Entry removed", standing: null }));
  expect(text).not.toMatch(/DESCRIPTION|URL|CATEGORIES|VALARM/);
  const { events } = readCalendar(text);
  expect(events[0]).toMatchObject({ status: "CANCELLED", start: "2089-05-04", sequence: 3, alarms: [] });
});

test("a calendar without entries is one, too", () => {
  expect(readCalendar(textOf()).events).toEqual([]);
});

test("controls that no text of a calendar may have do not come through; line ends of every kind are line ends", () => {
  const { standing } = entry();
  const text = textOf(
    entry({
      title: "A\u0000B\u000bC\u007fD\u0085E\tF",
      standing: standing && { ...standing, description: "one\r\ntwo\rthree\nfour" },
    }),
  );
  // eslint-disable-next-line no-control-regex -- these very signs are looked for
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\u0000-\u001f\u007f]/);
  const { events } = readCalendar(text);
  expect(events[0]).toMatchObject({ summary: "A B C D E F", description: "one\ntwo\nthree\nfour" });
});

test.each([1, 2, 3, 4])(
  "lines of letters of %i bytes are broken at 75 bytes at most, at whatever length",
  (bytes) => {
    const letter = ["x", "ž", "€", "🏛"][bytes - 1] ?? "";
    for (let length = 60 / bytes; length < 320 / bytes; length += 1) {
      const line = `SUMMARY:${"x".repeat(length % 4)}${letter.repeat(length)}`;
      const lines = folded(line).split("\r\n");
      for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
      expect(lines.slice(0, -1).every((one) => Buffer.byteLength(one) > 70)).toBe(true);
      expect(lines.map((one, at) => (at === 0 ? one : one.slice(1))).join("")).toBe(line);
      expect(lines.slice(1).every((one) => one.startsWith(" "))).toBe(true);
    }
  },
);

test("a line of exactly 75 bytes stays whole, one more breaks it", () => {
  expect(folded("x".repeat(75))).toBe("x".repeat(75));
  expect(folded("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
  expect(folded(`${"x".repeat(74)}ž`)).toBe(`${"x".repeat(74)}\r\n ž`);
});
