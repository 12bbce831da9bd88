// An address of a document of this house, pasted into a text, becomes the link by id that survives renames and moves.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { named } from "./relations.server";

/** Code, which stays as it is; or an address and what stands around it. */
const codeOr = "(```[\\s\\S]*?(?:```|$)|~~~[\\s\\S]*?(?:~~~|$)|`[^`\\n]*`)|(\\]\\(|\\]:[ \\t]*|\\[|<)?";

/** More addresses than this stay as they are. */
const most = 200;

/**
 * The text with full addresses of the network's documents made into links by id, as `[[` makes them: a bare address gets the published
 * title as its label (of a draft the short address, which readers who may know see as its title), the target of a link becomes the short one. Only what the member may read; code, labels and addresses of anything
 * else (a screen of the document, another host) stay as they are. Doing it again changes nothing.
 */
export async function withLinksById(member: Member, text: string, host: string): Promise<string> {
  const base = `https?://${escaped(host)}/networks/${escaped(member.network.slug)}/documents/`;
  const address = new RegExp(`${codeOr}${base}([0-9a-hjkmnp-tv-z]{20})(?![\\w/?#-])(>)?`, "giu");
  const ids = [...new Set([...text.matchAll(address)].map(([, , , id]) => id))].filter(
    (id) => id !== undefined,
  );
  if (ids.length === 0) return text;
  const known = await named(member, ids.slice(0, most));
  const published = await database().read.document.findMany({
    where: { id: { in: [...known.keys()] }, publishedVisibility: { not: null } },
    select: { id: true, publishedTitle: true },
  });
  // Whoever pastes an address has not chosen to tell what a draft is called: readers who may know are shown its title anyway.
  const titles = new Map(published.map(({ id, publishedTitle }) => [id, publishedTitle ?? ""]));
  return text.replace(
    address,
    (whole: string, code?: string, before?: string, id?: string, after?: string) => {
      const there = code === undefined && id !== undefined ? known.get(id) : undefined;
      if (!there || before === "[" || (before === "<") !== (after === ">")) return whole;
      const target = `/documents/${there.id}`;
      if (before !== undefined && before !== "<") return `${before}${target}`;
      return `[${(titles.get(there.id) ?? target).replace(/[[\]\\]/gu, "\\$&")}](${target})`;
    },
  );
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
