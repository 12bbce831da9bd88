// How the threads on a document are narrowed and counted: by what is in the page's address, so that it works without a script.
import { isId } from "~/platform/id";
import type { ThreadView } from "./comment";

/** In the order of the choice; the first where none is chosen. */
export const threadFilters = ["open", "mine", "must-fix", "resolved", "all"] as const;
export type ThreadFilterName = (typeof threadFilters)[number];

export interface ThreadFilter {
  show: ThreadFilterName;
  /** Who wrote something in it, or is to see to it. */
  personId?: string;
  /** The partnership for whose city its writer works. */
  city?: string;
  /** The id of the heading above the passage it is about. */
  section?: string;
  /** All of them, however many. */
  every?: boolean;
  /** The remark to which a link leads: its thread is shown whatever else is asked for. */
  remark?: string;
}

/** What of a thread decides whether it is shown. */
export interface Narrowed {
  kind: string | null;
  isResolved: boolean;
  isDeleted: boolean;
  /** Only a trace of it is left: it is shown, and waits for nobody. */
  isTrace: boolean;
  assigneeId: string | null;
  /** Its remarks, answers included. */
  ids: readonly string[];
  /** Who wrote them. */
  authorIds: readonly string[];
  /** Partnerships for which the first of them works or worked. */
  cities: readonly string[];
  section: string | null;
}

/** The filter in an address; what it does not understand narrows nothing. */
export function threadFilterIn(search: URLSearchParams): ThreadFilter {
  const id = (name: string) => {
    const value = search.get(name) ?? "";
    return isId(value) ? value : undefined;
  };
  const show = threadFilters.find((one) => one === search.get("remarks")) ?? "open";
  const section = search.get("in")?.slice(0, 200) || undefined;
  return {
    show,
    personId: id("by"),
    city: id("of"),
    section,
    every: search.has("every"),
    remark: id("remark"),
  };
}

/** The address of this filter, relative to the document's: nothing but what narrows, and which text is read. */
export function threadSearch(
  { show, personId, city, section, every, remark }: Partial<ThreadFilter>,
  text?: string | null,
): string {
  const given = Object.entries({
    text,
    remarks: show === "open" ? undefined : show,
    by: personId,
    of: city,
    in: section,
    every: every ? "yes" : undefined,
    remark,
  }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** Whether a thread is among those of this name. */
export function isShownAs(thread: Narrowed, name: ThreadFilterName, personId: string): boolean {
  switch (name) {
    case "all":
      return true;
    case "resolved":
      return thread.isResolved;
    case "open":
      return !thread.isResolved;
    case "must-fix":
      return !thread.isResolved && !thread.isDeleted && thread.kind === "must-fix";
    case "mine":
      return !thread.isResolved && isOf(thread, personId);
  }
}

/** Whether a thread is shown to this member under the filter, leaving aside the link that leads to it. */
export function isShown(thread: Narrowed, filter: ThreadFilter, memberId: string): boolean {
  return (
    isShownAs(thread, filter.show, memberId) &&
    (filter.personId === undefined || isOf(thread, filter.personId)) &&
    (filter.city === undefined || thread.cities.includes(filter.city)) &&
    (filter.section === undefined || thread.section === filter.section)
  );
}

function isOf({ authorIds, assigneeId }: Narrowed, personId: string): boolean {
  return assigneeId === personId || authorIds.includes(personId);
}

/** How many remarks still stand in these threads. */
export function remarksIn(threads: readonly Pick<ThreadView, "deletedAt" | "answers">[]): number {
  return threads.reduce(
    (sum, thread) => sum + [thread, ...thread.answers].filter(({ deletedAt }) => !deletedAt).length,
    0,
  );
}
