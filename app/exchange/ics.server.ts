// A calendar as text, in the form that calendar programs subscribe to (RFC 5545): every entry is a whole day, or several.
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
} from "ical-generator";
import { alarmDays } from "~/domain/calendar/calendar-entry";
import type { OfferedEntry } from "~/domain/calendar/offered.server";
import type { FeedRead } from "~/domain/calendar/reading.server";
import { dayAfter } from "~/domain/networks/calendar-day";
import { folded } from "./ics-lines";

/** Seconds after which a calendar program is asked to read again; most of them take longer. */
const readAgainAfter = 4 * 3_600;

const [hour, dayInSeconds] = [3_600, 86_400];

/**
 * The text as it goes out: lines end in CR LF, none is longer than 75 bytes. Of the package are the events; their order within and how
 * lines are broken is ours, for reasons told in docs/decisions/0042-calendar-feed.md.
 */
export function icsOf({ name, language, entries }: FeedRead): string {
  const calendar = ical({
    prodId: { company: "Torg", product: "Calendar", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(name),
    ttl: readAgainAfter,
  });
  const end = "END:VCALENDAR";
  const head = calendar.toString().slice(0, -end.length);
  const events = entries.map((entry) => eventText(calendar, entry));
  return folded(`${head}${events.join("")}${end}\r\n`);
}

function eventText(calendar: ICalCalendar, entry: OfferedEntry): string {
  const { uid, day, title, sequence, changedAt, standing } = entry;
  const event = calendar.createEvent({
    ...{ id: uid, sequence, stamp: changedAt, lastModified: changedAt },
    ...{ start: midnight(day), end: midnight(dayAfter(standing?.lastDay ?? day, 1)), allDay: true },
    summary: cleaned(title),
    status: standing ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  });
  if (standing) {
    event.description(cleaned(standing.description)).url(standing.url);
    event.createCategory({ name: cleaned(standing.category) });
  }
  const end = "END:VEVENT\r\n";
  const head = event.toString().slice(0, -end.length);
  const alarms = standing?.hasAlarms ? alarmDays.map((days) => alarmText(event, title, days)) : [];
  return `${head}${alarms.join("")}${end}`;
}

/** At nine in the morning: the day begins at midnight, wherever its reader is, and fifteen hours before is nine of the day before. */
function alarmText(event: ReturnType<ICalCalendar["createEvent"]>, title: string, days: number): string {
  const alarm = event.createAlarm({
    type: ICalAlarmType.display,
    triggerBefore: days * dayInSeconds - 9 * hour,
    description: cleaned(title),
  });
  return alarm.toString();
}

/** The package takes days from instants as they are in UTC. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** Without the signs that no text of a calendar may have: all controls but the end of a line. */
function cleaned(words: string): string {
  return words.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");
}

/** The package leaves the calendar's name as it is given. */
function escaped(words: string): string {
  return cleaned(words)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}
