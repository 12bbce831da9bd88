// Where a find leads, and where a search is asked.
import { remarkAddress } from "~/domain/comments/remark-address";
import { isOnText, type Find, type SearchOrder } from "~/domain/search/search";

/** The address of what was found. */
export function foundAddress(find: Find): string {
  const home = `/networks/${find.network.slug}`;
  switch (find.kind) {
    case "network":
      return home;
    case "person":
      return `${home}/people/${find.id}`;
    case "city":
      return `${home}/partners/${find.id}`;
    case "comment":
      return remarkAddress(`${home}/documents/${find.documentId}`, find.id, find.text);
    default: {
      const text = find.text === "working" ? "?text=working" : "";
      return `${home}/documents/${find.documentId ?? find.id}${text}${placeOf(find)}`;
    }
  }
}

/** Where on the document's page that stands which is said about it. */
function placeOf({ kind, id, isOwn }: Find): string {
  if (!isOnText(kind)) return "";
  return isOwn ? "#reflection" : `#said-${id}`;
}

/** The address of this search under that of the results page; filters that are open do not stand in it. */
export function searchAddress(page: string, order: Partial<SearchOrder>): string {
  const { question, kind, cityId, language, page: number } = order;
  const said = Object.entries({
    q: question,
    kind,
    city: cityId,
    language,
    page: number === undefined || number === 1 ? undefined : String(number),
  }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return said.length === 0 ? page : `${page}?${new URLSearchParams(said).toString()}`;
}
