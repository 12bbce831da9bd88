// How one's own remarks are narrowed: by what is in the page's address.

export const ownFilters = ["open", "resolved"] as const;

export interface OwnFilter {
  show: (typeof ownFilters)[number];
  page: number;
}

/** Rows of a page. */
export const ownPageSize = 50;

/** The filter in an address; what it does not understand narrows nothing. */
export function ownFilterIn(search: URLSearchParams): OwnFilter {
  const page = Number(search.get("page"));
  return {
    show: search.get("show") === "resolved" ? "resolved" : "open",
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}
