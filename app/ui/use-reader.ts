// Who reads this page, as every screen needs to know: the language, the time zone and what "now" is, all said by the server.
import { useRouteLoaderData } from "@remix-run/react";
import { formatFor, type Format } from "~/i18n/format";
import { useRunningNow } from "~/i18n/use-running-now";

/** What the root of the page knows; its loader gives it. */
export interface Reader {
  language: string;
  colours: "system" | "light" | "dark";
  person: {
    id: string;
    name: string;
    email: string;
    colour: number;
    timeZone: string;
    hasShortcuts: boolean;
    /** What the way to the administrators' pages is called; null for everybody else. A reading screen has no words for it. */
    administration: string | null;
    /** What the bell is called, and how many notices are unread; "" where none is. */
    bell: { words: string; number: string } | null;
  } | null;
  /** When the page's data were read; what "5 minutes ago" is counted from. */
  now: Date;
  /** Files with the page's words, to fetch early. */
  words: string[];
  requestNumber: string;
}

const stranger: Reader = {
  language: "en",
  colours: "system",
  person: null,
  now: new Date(0),
  words: [],
  requestNumber: "",
};

/** What the root of the page said; where even that failed, nobody's in particular. */
export function useReader(): Reader {
  return (useRouteLoaderData("root") as Reader | undefined) ?? stranger;
}

/** Dates and numbers as this person reads them, and the instant that counts as now. */
export function useFormat(): Format & { now: Date } {
  const { language, person, now } = useReader();
  return { ...formatFor(language, person?.timeZone ?? "Europe/Brussels"), now: useRunningNow(now) };
}
