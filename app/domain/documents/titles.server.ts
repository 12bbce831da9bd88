// Titles to link to while one writes.
import { database } from "~/platform/db.server";
import { fold } from "~/text/fold";
import type { Member } from "../access/member";
import { visiblePublishedTextsAlone, visibleWorkingTexts } from "../access/visible-to.server";
import type { Related } from "./relations.server";

/** Titles offered at once, and characters of what was typed that count. */
const [most, longest] = [8, 80];

/** The documents the member may read whose title has all these words, in any spelling; those that begin with them first. */
export async function titlesToLink(member: Member, typed: string): Promise<Related[]> {
  const words = fold(typed.slice(0, longest)).split(/\s+/u).filter(Boolean);
  const [working, published] = await Promise.all([
    database().read.document.findMany({
      where: visibleWorkingTexts(member),
      select: { id: true, title: true, language: true },
    }),
    database().read.document.findMany({
      where: visiblePublishedTextsAlone(member),
      select: { id: true, publishedTitle: true, publishedLanguage: true, language: true },
    }),
  ]);
  const all: Related[] = [
    ...working,
    ...published.map(({ id, publishedTitle, publishedLanguage, language }) => ({
      id,
      title: publishedTitle ?? "",
      language: publishedLanguage ?? language,
    })),
  ];
  const [first = ""] = words;
  return all
    .map((row) => ({ row, folded: fold(row.title) }))
    .filter(({ folded }) => words.every((word) => folded.includes(word)))
    .sort(
      (one, other) =>
        Number(other.folded.startsWith(first)) - Number(one.folded.startsWith(first)) ||
        (one.folded < other.folded ? -1 : 1),
    )
    .slice(0, most)
    .map(({ row }) => row);
}
