// The tasks of texts that were written before tasks were kept beside them: kept once, each time the house is opened.
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import type { Prisma } from "~/platform/generated/client";
import type { DocumentKind } from "./document";
import { agreedIn, keepTasks } from "./kept-tasks.server";
import { kindsWithTasks } from "./tasks-in-text";

/**
 * Keeps the tasks of every visit note and all minutes of which a text names somebody and no task of that text is kept; where it has been
 * done, nothing changes. One text after the other, each in a transaction of its own. Answers of how many documents. Never fails.
 */
export async function keepMissingTasks(isStopped = () => false): Promise<number> {
  let count = 0;
  try {
    for (const id of await withoutTasks()) {
      if (isStopped()) return count;
      // Others are served in between.
      await new Promise((resolve) => setImmediate(resolve));
      if (await keepTasksOf(id)) count += 1;
    }
  } catch (error) {
    if (!isStopped()) log().error({ error }, "tasks of earlier texts could not be kept");
  }
  if (count > 0) log().info({ documents: count }, "tasks of earlier texts are kept");
  return count;
}

const names = { contains: "/people/" } satisfies Prisma.StringNullableFilter;

async function withoutTasks(): Promise<string[]> {
  const found = await database().read.document.findMany({
    where: {
      kind: { in: [...kindsWithTasks] },
      purgedAt: null,
      originalId: null,
      OR: [
        { text: names, tasks: { none: { workingPlace: { not: null } } } },
        { publishedText: names, tasks: { none: { publishedPlace: { not: null } } } },
      ],
    },
    select: { id: true },
    orderBy: { updatedAt: "desc" },
  });
  return found.map(({ id }) => id);
}

const columns = {
  id: true,
  networkId: true,
  kind: true,
  text: true,
  publishedText: true,
  purgedAt: true,
} satisfies Prisma.DocumentSelect;

/** Both texts as they stand in the row at one moment. */
async function keepTasksOf(id: string): Promise<boolean> {
  const asked = await database().read.document.findUnique({ where: { id }, select: columns });
  const isAny = [asked?.text, asked?.publishedText].some(
    (text) => asked && text && agreedIn(asked.kind as DocumentKind, text).length > 0,
  );
  if (!isAny) return false;
  return database().write(async (transaction) => {
    const document = await transaction.document.findUnique({ where: { id }, select: columns });
    if (!document || document.purgedAt) return false;
    const kind = document.kind as DocumentKind;
    const before = await transaction.task.count({ where: { documentId: id } });
    await keepTasks(transaction, document, "working", { text: document.text, kind });
    const { publishedText } = document;
    if (publishedText !== null)
      await keepTasks(transaction, document, "published", { text: publishedText, kind });
    return (await transaction.task.count({ where: { documentId: id } })) > before;
  });
}
