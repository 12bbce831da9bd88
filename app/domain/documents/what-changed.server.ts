// What changed in a network lately, as far as a member may know of it: for the home, where saves of one text count as one.
import type { Member } from "../access/member";
import { latestHappenings, type FeedRow } from "../networks/feed.server";

/** The latest changes, newest first. Saves of one text by one person in a row count as one. */
export async function whatChanged(member: Member, atMost = 8): Promise<FeedRow[]> {
  const happenings = await latestHappenings(member, atMost * 5);
  return happenings.filter((row, index) => !repeats(row, happenings[index - 1])).slice(0, atMost);
}

function repeats(row: FeedRow, later: FeedRow | undefined): boolean {
  return (
    row.kind === "document-saved" &&
    later?.kind === "document-saved" &&
    later.documentId === row.documentId &&
    later.by?.id === row.by?.id
  );
}
