// What changed in a network lately, as far as a member may know of it.
import { database } from "~/platform/db.server";
import { can, demand, type Member } from "../access/member";
import { visibleActivities } from "../access/visible-to.server";
import { activityKinds, type ActivityKind } from "../activity/activity";

export interface ChangeView {
  id: string;
  kind: ActivityKind;
  by: { name: string; colour: number } | null;
  documentId: string | null;
  title: string;
  at: Date;
}

/** The latest changes, newest first. Saves of one text by one person in a row count as one. */
export async function whatChanged(member: Member, atMost = 8): Promise<ChangeView[]> {
  demand(member, "see-network");
  const activities = await database().read.activity.findMany({
    where: visibleActivities(member),
    select: {
      id: true,
      kind: true,
      documentId: true,
      at: true,
      after: true,
      person: { select: { name: true, colour: true } },
      document: { select: { title: true, publishedTitle: true, partnershipId: true } },
    },
    orderBy: { at: "desc" },
    take: atMost * 5,
  });
  const changes = activities.flatMap(({ kind, document, person, after, ...activity }): ChangeView[] => {
    const known = activityKinds.find((name) => name === kind);
    if (!known) return [];
    const isOwn = document && can(member, "read-working-text", document.partnershipId);
    const title = (isOwn ? document.title : document ? document.publishedTitle : titleIn(after)) ?? "";
    return [{ ...activity, kind: known, by: person, title }];
  });
  return changes.filter((change, index) => !repeats(change, changes[index - 1])).slice(0, atMost);
}

/** What a happening that is not about a document was done to, as it was called then. */
function titleIn(after: unknown): string | null {
  const isNamed = typeof after === "object" && after !== null && "title" in after;
  return isNamed && typeof after.title === "string" ? after.title : null;
}

function repeats(change: ChangeView, later: ChangeView | undefined): boolean {
  return (
    change.kind === "document-saved" &&
    later?.kind === "document-saved" &&
    later.documentId === change.documentId &&
    later.by?.name === change.by?.name
  );
}
