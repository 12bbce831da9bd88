// Where a list of notices goes on, as it stands in its address.
import type { NoticePlace } from "~/domain/notifications/notices.server";
import { isId } from "~/platform/id";

/** What is no such place is none. */
export function olderIn(search: URLSearchParams): NoticePlace | undefined {
  const [, time = "", id = ""] = /^(\d{1,15})-(\w{20})$/.exec(search.get("older") ?? "") ?? [];
  return isId(id) ? { at: new Date(Number(time)), id } : undefined;
}

export function placeInSearch(shelf: string, { at, id }: NoticePlace): string {
  return `?${new URLSearchParams({ shelf, older: `${at.getTime()}-${id}` }).toString()}`;
}
