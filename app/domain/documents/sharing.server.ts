// Who reads a working text besides those named on it: its city, its local groups, the network.
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict } from "../refusal";
import { audienceOf } from "./audience";
import { workingVisibilities } from "./document";
import type { OpenWorkingText } from "./document-orders";
import { hasSeen } from "./live-writing.server";
import { decidable } from "./one-document.server";
import { bringUp } from "./projection.server";

/**
 * Opens the working text further, now and as it changes, with all that is said on it, or closes it to whom it was open, at once and on
 * open pages too; what they said stays with the city. Changing nothing changes nothing. Refuses `not-found` and `forbidden` as
 * publishing does; `conflict` when it is opened further and anybody else saved, or wrote, since.
 */
export async function openWorkingText(member: Member, id: string, order: OpenWorkingText): Promise<void> {
  await bringUp(id);
  await change(async (transaction, record) => {
    const document = await decidable(transaction, member, id);
    const { visibility } = order;
    if (document.visibility === visibility) return;
    const [was, became] = [document.visibility, visibility].map((one) =>
      workingVisibilities.findIndex((known) => known === one),
    );
    const isWider = (became ?? 0) > (was ?? 0);
    // Taking a text from its readers waits for nobody's save.
    if (isWider && order.revision !== undefined && !hasSeen(member.personId, document, order.revision))
      throw conflict();
    await transaction.document.update({ where: { id }, data: { visibility } });
    await record({
      kind: isWider ? "document-shared" : "document-unshared",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { visibility: document.visibility },
      after: { visibility, title: document.title },
      // Those from whom it is taken hear of it as well.
      audience: audienceOf(isWider ? { ...document, visibility } : document, "working"),
    });
  });
}
