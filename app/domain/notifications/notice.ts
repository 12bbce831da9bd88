// What a notice is: of which kinds, how one may hear of each, and what can be done with it. The orders are in notice-orders.ts.

/** The stronger reason first: who would have several for one happening hears of it by the first alone. */
export const noticeKinds = [
  "mention",
  "assigned",
  "due",
  "reminder",
  "deliverable",
  "moved",
  "reply",
  "resolved",
  "shared",
  "role",
  "remark",
  "watched",
  "published",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** Said to this person by name: muting a document, a city or a network does not keep these away. */
export const directKinds: readonly NoticeKind[] = [
  "mention",
  "assigned",
  "due",
  "reminder",
  "deliverable",
  "moved",
  "shared",
  "role",
];

/** By mail at once, once a day or never; "off": no notice at all, in Torg either. */
export const noticeWays = ["at-once", "daily", "never", "off"] as const;

export type NoticeWay = (typeof noticeWays)[number];

/** How one hears of each kind until one chooses otherwise. */
export const usualWays: Record<NoticeKind, NoticeWay> = {
  mention: "at-once",
  assigned: "at-once",
  due: "at-once",
  reminder: "at-once",
  deliverable: "at-once",
  moved: "at-once",
  reply: "at-once",
  resolved: "daily",
  shared: "at-once",
  role: "at-once",
  remark: "daily",
  watched: "daily",
  published: "off",
};

/** What is told at once by a mail of its own, which says more than a notice: until when a role is held, and why it ended. */
export const mailedByItself: NoticeKind = "role";

/** The ways there are for a kind: only what is published in the whole network can be left out altogether. */
export function waysOf(kind: NoticeKind): readonly NoticeWay[] {
  return kind === "published" ? noticeWays : noticeWays.filter((way) => way !== "off");
}

export function isNoticeKind(text: string): text is NoticeKind {
  return (noticeKinds as readonly string[]).includes(text);
}

export const snoozes = ["later", "tomorrow", "next-week"] as const;

export type Snooze = (typeof snoozes)[number];

/** Which notices are listed: those to be dealt with, those put off, those dealt with. */
export const noticeViews = ["open", "snoozed", "done"] as const;

export type NoticeShelf = (typeof noticeViews)[number];

/** The bell counts no further. */
export const countedNotices = 99;

/** A place one may hear more or nothing of. */
export const attentionPlaces = ["document", "city", "network"] as const;

export type AttentionPlace = (typeof attentionPlaces)[number];

/** More than by itself, as it comes by itself, or nothing but what is said to oneself. */
export const wishes = ["watch", "usual", "mute"] as const;

export type Wish = (typeof wishes)[number];
