// Mentions while one types: a name with an @ before it, and in the text that is sent a link to the person, as everywhere in Torg.
import { ownAddress, personAddress } from "~/text/own-addresses";

/** Who is meant by a name that stands in the text with an @, by that name. */
export type Mentioned = ReadonlyMap<string, string>;

const stored = /\[@((?:\\.|[^\\[\]\n]){1,200})\]\((\/people\/[0-9a-z]{1,40})\)/g;

/** A text as it is kept, in the form in which it is typed: of two people of one name the second keeps the link. */
export function mentionsShown(text: string): { text: string; people: Map<string, string> } {
  const people = new Map<string, string>();
  const shown = text.replace(stored, (whole: string, label: string, address: string) => {
    const name = label.replace(/\\(.)/g, "$1");
    const id = ownAddress(address)?.id;
    if (id === undefined || (people.has(name) && people.get(name) !== id)) return whole;
    people.set(name, id);
    return `@${name}`;
  });
  return { text: shown, people };
}

/** The same the other way: every name that stands there whole, the longest first. */
export function withMentions(text: string, people: Mentioned): string {
  if (people.size === 0) return text;
  const names = [...people.keys()].sort((one, other) => other.length - one.length);
  const anyName = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  const typed = new RegExp(`(?<![\\p{L}\\p{N}[@])@(${anyName})(?![\\p{L}\\p{N}])`, "gu");
  return text.replace(typed, (whole, name: string) => mentionOf(name, people.get(name) ?? "") || whole);
}

function mentionOf(name: string, id: string): string {
  return id === "" ? "" : `[@${name.replace(/[\\[\]]/g, "\\$&")}](${personAddress(id)})`;
}
