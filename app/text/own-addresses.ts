// How links to documents and mentions of people stand in Markdown: ordinary links whose address is an id.

const id = "[0-9a-hjkmnp-tv-z]{20}";
const ours = new RegExp(`^/(documents|people)/(${id})$`);
const wholeId = new RegExp(`^${id}$`);

/** Whether an id can stand in such an address. */
export function isAddressable(text: string): boolean {
  return wholeId.test(text);
}

export const documentAddress = (documentId: string) => `/documents/${documentId}`;
export const personAddress = (personId: string) => `/people/${personId}`;

/** What an address leads to, where it leads to a document or a person of this house by id. */
export function ownAddress(href: string): { to: "document" | "person"; id: string } | undefined {
  const [, place, found = ""] = ours.exec(href) ?? [];
  return place === undefined ? undefined : { to: place === "people" ? "person" : "document", id: found };
}
