// Searching as tests do it: everything that has happened is in the index first, and the answer is told in few words.
import { afterAll } from "vitest";
import type { Member } from "~/domain/access/member";
import { closeSearch, search, searchCaughtUp } from "~/domain/search/search.server";
import type { Piece, SearchAnswer, SearchOrder } from "~/domain/search/search";

afterAll(closeSearch);

/** The answer to this member, with everything in the index that has happened until now. */
export async function ask(
  by: Member | readonly Member[],
  question: string,
  narrowed: Partial<SearchOrder> = {},
): Promise<SearchAnswer> {
  await searchCaughtUp();
  const members = Array.isArray(by) ? (by as readonly Member[]) : [by as Member];
  return search(members, { question, page: 1, size: 20, ...narrowed }, "en");
}

/** The titles of what was found, the best first, each with its kind. */
export async function titles(by: Member | readonly Member[], question: string): Promise<string[]> {
  return (await ask(by, question)).finds.map(({ kind, title }) => `${kind}: ${whole(title)}`);
}

export function whole(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** What is marked in these pieces. */
export function hits(pieces: readonly Piece[]): string[] {
  return pieces.filter(({ isHit }) => isHit).map(({ text }) => text);
}
