// Texts that were there before tasks were kept beside them have their tasks after the next start, and are left alone from then on.
import { expect, test } from "vitest";
import { noFacts } from "~/domain/documents/document-facts";
import { createDocument, saveDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { keepMissingTasks } from "~/domain/documents/tasks-at-start.server";
import { listTasks } from "~/domain/tasks/tasks.server";
import { tickTask } from "~/domain/tasks/ticking.server";
import { database } from "~/platform/db.server";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { texts } from "../../support/texts-open";

async function write({ officer, partners }: FoundedNetwork, kind: "minutes" | "action-plan", text: string) {
  const [title, language, facts] = ["A text", "en", noFacts(kind)] as const;
  const { id } = await createDocument(officer, {
    ...{ partnershipId: partners.own, kind, title, language, text, facts },
  });
  const save = async (next: string) => {
    const { revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
    await saveDocument(officer, id, { title, language, facts, text: next, revision });
  };
  return { id, save };
}

/** As they were before: with their texts alone. */
const forget = (ids: string[]) =>
  database().write((transaction) => transaction.task.deleteMany({ where: { documentId: { in: ids } } }));

const kept = async (ids: string[]) =>
  (
    await database().read.task.findMany({
      where: { documentId: { in: ids } },
      orderBy: [{ words: "asc" }],
    })
  ).map(({ words, workingPlace, publishedPlace, isDone }) => [words, workingPlace, publishedPlace, isDone]);

test("the tasks of texts from before are kept once, those of both texts, and stay as they are from then on", async () => {
  await texts();
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const to = `[@Colleague](/people/${colleague.personId}) 2026-12-01`;
  const minutes = await write(network, "minutes", `- [ ] Both ${to}\n- [x] Published ${to}\n`);
  const { revision } = await database().read.document.findUniqueOrThrow({ where: { id: minutes.id } });
  await publishDocument(officer, minutes.id, { revision });
  await minutes.save(`- [ ] Draft ${to}\n- [ ] Both ${to}\n`);
  const plan = await write(network, "action-plan", `- [ ] Step ${to}`);
  const plain = await write(
    network,
    "minutes",
    `- [ ] Without a day [@Colleague](/people/${colleague.personId})`,
  );
  const ids = [minutes.id, plan.id, plain.id];
  const before = await kept(ids);
  expect(before).toEqual([
    ["Both @Colleague 2026-12-01", 1, 0, false],
    ["Draft @Colleague 2026-12-01", 0, null, false],
    ["Published @Colleague 2026-12-01", null, 1, true],
  ]);
  await forget(ids);
  expect(await keepMissingTasks(() => true)).toBe(0);
  expect(await kept(ids)).toEqual([]);
  expect(await keepMissingTasks()).toBeGreaterThan(0);
  expect(await kept(ids)).toEqual(before);
  const { rows } = await listTasks(officer, { list: "documents", isDone: false });
  const [task] = rows;
  expect(rows).toHaveLength(2);
  await tickTask(colleague, { id: task?.id ?? "", isDone: true });
  const after = await kept(ids);
  expect(await keepMissingTasks()).toBe(0);
  expect(await kept(ids)).toEqual(after);
});

test("of a document whose draft alone was saved since, what was published is kept as well", async () => {
  const network = await foundNetwork();
  const { officer, colleague } = network;
  const to = `[@Colleague](/people/${colleague.personId}) 2026-12-01`;
  const { id, save } = await write(network, "minutes", `- [ ] Both ${to}\n`);
  const { revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  await publishDocument(officer, id, { revision });
  await forget([id]);
  await save(`- [ ] Both ${to}\n\nAnd more.\n`);
  expect(await kept([id])).toEqual([["Both @Colleague 2026-12-01", 0, null, false]]);
  await keepMissingTasks();
  expect(await kept([id])).toEqual([["Both @Colleague 2026-12-01", 0, 0, false]]);
});
