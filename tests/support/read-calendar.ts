// What an independent parser makes of a calendar's text, after its lines were held against the rules for them.
import ICAL from "ical.js";
import { expect } from "vitest";

export interface ReadEvent {
  uid: string;
  summary: string;
  description: string | null;
  /** "YYYY-MM-DD"; both are days and no instants. */
  start: string;
  /** The day after the last. */
  end: string;
  sequence: number;
  status: string;
  transparency: string;
  categories: string[];
  url: string | null;
  stamp: string;
  lastModified: string;
  /** As durations from the beginning of the day. */
  alarms: string[];
}

export interface ReadCalendar {
  name: string;
  events: ReadEvent[];
  value(property: string): string;
}

/** Fails the test where a line is too long or ends otherwise, or where the text is no calendar. */
export function readCalendar(text: string): ReadCalendar {
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lengths = text.split("\r\n").map((line) => Buffer.byteLength(line));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  // A letter that a fold had cut through would have become something else.
  expect(text).not.toContain("\uFFFD");
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const value = (property: string) => String(calendar.getFirstPropertyValue(property));
  expect([value("version"), value("method")]).toEqual(["2.0", "PUBLISH"]);
  expect(value("name")).toBe(value("x-wr-calname"));
  const events = calendar.getAllSubcomponents("vevent").map(readEvent);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  // The parser knows neither property, and leaves such values as they are written.
  const name = value("name").replace(/\\([\\;,])/g, "$1");
  return { name, events, value };
}

function readEvent(event: ICAL.Component): ReadEvent {
  const text = (property: string) => {
    const value = event.getFirstPropertyValue(property);
    return value === null ? null : String(value);
  };
  const needed = (property: string) => text(property) ?? expect.fail(`There is no ${property}.`);
  for (const edge of ["dtstart", "dtend"])
    expect((event.getFirstPropertyValue(edge) as ICAL.Time).isDate, edge).toBe(true);
  return {
    uid: needed("uid"),
    summary: needed("summary"),
    description: text("description"),
    start: needed("dtstart"),
    end: needed("dtend"),
    sequence: Number(needed("sequence")),
    status: needed("status"),
    transparency: needed("transp"),
    categories: (event.getFirstProperty("categories")?.getValues() ?? []).map(String),
    url: text("url"),
    stamp: needed("dtstamp"),
    lastModified: needed("last-modified"),
    alarms: event.getAllSubcomponents("valarm").map((alarm) => {
      expect(String(alarm.getFirstPropertyValue("action"))).toBe("DISPLAY");
      return String(alarm.getFirstPropertyValue("trigger"));
    }),
  };
}
