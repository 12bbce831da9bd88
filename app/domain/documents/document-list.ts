// How a list of documents is narrowed and sorted, and how that stands in an address.
import type { ContentLanguage, DocumentKind } from "./document";

/**
 * In what state documents are listed; without one, all that are not archived. "published" counts those changed since, "signed" those
 * that are published as well.
 */
export const listedStates = ["draft", "signed", "published", "changed", "public", "archived"] as const;
export type ListedState = (typeof listedStates)[number];

/** Those one looks after or began, those on which one is named, those that wait for one's answer. */
export const whoseDocuments = ["mine", "named", "waiting"] as const;
export type WhoseDocuments = (typeof whoseDocuments)[number];

/** The order; the first is that of a list nobody sorted. */
export const listOrders = ["changed", "title", "city", "day"] as const;
export type ListOrder = (typeof listOrders)[number];

/** What is left out narrows nothing. */
export interface DocumentFilter {
  kind?: DocumentKind;
  /** Any partnership of the city. */
  city?: string;
  /** In any spelling. */
  topic?: string;
  language?: ContentLanguage;
  state?: ListedState;
  whose?: WhoseDocuments;
  /** First and last calendar day of the change, "YYYY-MM-DD", in the reader's time zone. */
  from?: string;
  to?: string;
  sort?: ListOrder;
  /** Counts from 1. */
  page?: number;
}

/** Rows of a page. */
export const listPageSize = 50;

/** The address of a list with this filter, relative to it: "?" alone lists everything. */
export function listSearch(filter: DocumentFilter): string {
  const { page = 1, sort, ...rest } = filter;
  const given = Object.entries({
    ...rest,
    sort: sort === listOrders[0] ? undefined : sort,
    page: page > 1 ? String(page) : undefined,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return `?${new URLSearchParams(given).toString()}`;
}

/** Whether the filter leaves something out besides other kinds: an empty list then says so. */
export function isNarrowed({ kind: _kind, sort: _sort, page: _page, ...narrowing }: DocumentFilter): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}
