// Ticking a task: in its row, and in the text, whoever writes there meanwhile. A text that is signed stays as it was signed.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { toShared } from "~/text/shared-document";
import { sharedDocument } from "../access/document-texts";
import { demand, type Member } from "../access/member";
import { mayTick } from "../access/tasks";
import { visibleTasks } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { audienceOf } from "../documents/audience";
import { convertWorkingText } from "../documents/converting.server";
import type { DocumentKind } from "../documents/document";
import { factsIn } from "../documents/document-facts";
import { bringUp, keepFollowed, keepProjection } from "../documents/projection.server";
import { keepSave } from "../documents/revisions.server";
import { withBox } from "../documents/tasks-in-text";
import { textTurn } from "../documents/text-turn";
import { isWrittenTogether } from "../documents/together.server";
import { withTogether } from "../documents/written-together.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import type { TickTask } from "./task-orders";

/**
 * Says that the task is done, or that it is open again; its box in the text says the same, where the text is neither signed nor being
 * signed. What it is already it stays. Refuses `not-found` a task of a text that the member may not read, `forbidden` whoever neither has
 * it to do nor writes there, `conflict` one that somebody wrote otherwise at this moment.
 */
export async function tickTask(member: Member, { id, isDone }: TickTask): Promise<void> {
  demand(member, "see-network");
  const asked = await database().read.task.findFirst({
    where: { AND: [{ id }, visibleTasks(member)] },
    select: { documentId: true },
  });
  if (!asked) throw notFound();
  const { documentId } = asked;
  await bringUp(documentId);
  const task = await change((transaction) => tickable(transaction, member, id));
  if (task.isDone === isDone) return;
  if (!isInText(task)) return keepTick(member, id, isDone);
  if (!(await isWrittenTogether(documentId))) {
    const converted = await convertWorkingText(documentId, true);
    if (converted?.outcome === "too-large") throw invalid("form", "malformed");
  }
  await inTurn(textTurn(documentId), () =>
    withTogether(documentId, async ({ standing, change: changeText }) => {
      await keepProjection(documentId, standing.markdown, standing.number);
      const { words, workingPlace, ...stands } = await change((transaction) =>
        tickable(transaction, member, id),
      );
      if (stands.isDone === isDone) return;
      if (workingPlace === null || !isInText({ ...stands, workingPlace })) throw conflict();
      const changed = await changeText(member, (copy, stood) => {
        const ticked = withBox(stood, { place: workingPlace, words, isDone });
        if (!ticked) throw conflict();
        toShared(copy, ticked);
        return [];
      });
      await keepTick(member, id, isDone, changed);
    }),
  );
}

/** The task as it stands, for whoever may tick it. */
async function tickable(transaction: Transaction, member: Member, id: string) {
  const task = await transaction.task.findFirst({
    where: { AND: [{ id }, visibleTasks(member)] },
    select: {
      words: true,
      assigneeId: true,
      isDone: true,
      workingPlace: true,
      publishedPlace: true,
      document: {
        select: {
          ...sharedDocument,
          networkId: true,
          kind: true,
          title: true,
          text: true,
          language: true,
          facts: true,
          revision: true,
          sealedAt: true,
          named: { select: { personId: true } },
          signOffs: { select: { revision: true } },
        },
      },
    },
  });
  if (!task) throw notFound();
  if (!mayTick(member, task.assigneeId, task.document)) throw forbidden();
  return task;
}

type Tickable = Awaited<ReturnType<typeof tickable>>;

/** Whether its box may change with it: it is in the draft, and nobody has put their name under what that says. */
function isInText({
  workingPlace,
  document: { sealedAt, signOffs, revision },
}: Pick<Tickable, "workingPlace" | "document">) {
  const isSigned = sealedAt !== null || signOffs.some((one) => one.revision === revision);
  return workingPlace !== null && !isSigned;
}

/** Keeps that it is done, or open, with the text that says so where that was changed. */
async function keepTick(
  member: Member,
  id: string,
  isDone: boolean,
  changed?: { markdown: string; number: number },
): Promise<void> {
  await change(async (transaction, record) => {
    const { document, publishedPlace, ...was } = await tickable(transaction, member, id);
    const { title, language, kind, facts } = document;
    if (changed) {
      await keepFollowed(transaction, document.id, changed.number);
      const written = {
        title,
        language,
        text: changed.markdown,
        facts: factsIn(kind as DocumentKind, facts),
      };
      // It is told as what it is, not as writing.
      if (changed.markdown !== document.text) await keepSave(transaction, document, written, member.personId);
    }
    const kept = await transaction.task.updateMany({
      where: { id },
      data: { isDone, tickedById: member.personId, tickedAt: now() },
    });
    // Somebody took the box out of the text between its tick and its save.
    if (kept.count === 0) throw conflict();
    await record({
      kind: isDone ? "task-done" : "task-reopened",
      personId: member.personId,
      networkId: member.network.id,
      documentId: document.id,
      subjectId: id,
      before: { isDone: was.isDone },
      after: { isDone, title },
      audience: audienceOf(document, publishedPlace === null ? "working" : "published"),
    });
  });
}
