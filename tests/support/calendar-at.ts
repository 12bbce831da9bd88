// What a calendar program gets at a feed's address, without the door in between.
import { readFeed } from "~/domain/calendar/reading.server";
import { icsOf } from "~/exchange/ics.server";
import { readCalendar, type ReadCalendar, type ReadEvent } from "./read-calendar";

/** The text, as it goes out. Refuses as reading does. */
export async function textAt(address: string, from = "192.0.2.1"): Promise<string> {
  const secret = /\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1] ?? "";
  return icsOf(await readFeed({ address: from }, secret));
}

export async function calendarAt(address: string): Promise<ReadCalendar> {
  return readCalendar(await textAt(address));
}

/** The one whose title begins so; fails the test where there is none, or more. */
export async function eventAt(address: string, title: string): Promise<ReadEvent> {
  const { events } = await calendarAt(address);
  const found = events.filter(({ summary }) => summary.startsWith(title));
  const [event] = found;
  if (!event || found.length > 1) throw new Error(`${found.length} entries begin with ${title}.`);
  return event;
}

export async function titlesAt(address: string): Promise<string[]> {
  return (await calendarAt(address)).events.map(({ summary }) => summary);
}
