// When a notice goes by mail: at once, after a while in which more may come of the same text, or in the morning.
import { nextHour } from "../networks/reader-days";
import { isNoticeKind, noticeWays, usualWays, type NoticeKind, type NoticeWay } from "./notice";

/** What comes of one text within this time (ms) goes in one mail. */
export const gathering = 5 * 60_000;

/** The hour, in the account's time zone, at which the mail of the day goes. */
export const morningHour = 7;

/** How a person wants to hear of each kind, and where they are. */
export interface MailTimes {
  timeZone: string;
  ways: ReadonlyMap<NoticeKind, NoticeWay>;
}

export function mailTimes(person: {
  timeZone: string;
  noticeWays: ReadonlyArray<{ kind: string; way: string }>;
}): MailTimes {
  return {
    timeZone: person.timeZone,
    ways: new Map(
      person.noticeWays.flatMap(({ kind, way }): Array<[NoticeKind, NoticeWay]> => {
        const known = noticeWays.find((one) => one === way);
        return isNoticeKind(kind) && known ? [[kind, known]] : [];
      }),
    ),
  };
}

export function wayOf(kind: NoticeKind, { ways }: MailTimes): NoticeWay {
  return ways.get(kind) ?? usualWays[kind];
}

/** When it goes by mail at the latest, if nobody has read it by then; null: never. */
export function mailBy(kind: NoticeKind, at: Date, times: MailTimes): Date | null {
  const way = wayOf(kind, times);
  if (way === "at-once") return new Date(at.getTime() + gathering);
  return way === "daily" ? nextHour(at, morningHour, times.timeZone) : null;
}
