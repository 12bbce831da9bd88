// What is said of a document's files, and taking them out of the gallery and back: for whoever writes the document.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import type { Member } from "../access/member";
import { change, type NewActivity } from "../activity/activities.server";
import { audienceOf } from "../documents/audience";
import { notFound } from "../refusal";
import { attachableDocument } from "./attaching.server";
import type { DescribeFile } from "./file-orders";
import { freeName } from "./taking-in.server";

/** Says what a file shows, its licence, and whether the persons shown agree. Refuses as `attachableDocument` does, and `not-found` a file of another document. */
export async function describeFile(
  member: Member,
  documentId: string,
  { id, ...said }: DescribeFile,
): Promise<void> {
  await changed(member, documentId, id, "file-described", async (transaction, file) => {
    const { altText, caption, licence, consent } = file;
    const before = { altText, caption, licence, consent };
    if (JSON.stringify(before) === JSON.stringify(said)) return null;
    await transaction.attachedFile.update({ where: { id }, data: said });
    return { before, after: said };
  });
}

/** Lets a file stay, whether a text names it or not. Refuses as `describeFile` does. */
export async function keepFile(member: Member, documentId: string, id: string): Promise<void> {
  await changed(member, documentId, id, "file-described", async (transaction, file) => {
    if (file.isKept) return null;
    await transaction.attachedFile.update({ where: { id }, data: { isKept: true } });
    return { before: { isKept: false }, after: { isKept: true } };
  });
}

/**
 * Takes a file out of the gallery. Texts that name it still show it: the working one until somebody deletes it there, published and saved
 * ones for good. Refuses as `describeFile` does.
 */
export async function removeFile(member: Member, documentId: string, id: string): Promise<void> {
  await changed(member, documentId, id, "file-removed", async (transaction, file) => {
    if (file.removedAt !== null) return null;
    await transaction.attachedFile.update({ where: { id }, data: { removedAt: now() } });
    return { before: { name: file.name } };
  });
}

/** Brings it back, under a name that nothing else has by now. What was put in its place stays as well. Refuses as `describeFile` does. */
export async function restoreFile(member: Member, documentId: string, id: string): Promise<void> {
  await changed(member, documentId, id, "file-restored", async (transaction, file) => {
    if (file.removedAt === null) return null;
    const name = await freeName(transaction, documentId, file.name);
    await transaction.attachedFile.update({
      where: { id },
      data: { name, removedAt: null, replacedById: null, isKept: true },
    });
    return { after: { name } };
  });
}

type Files = Awaited<ReturnType<typeof fileOf>>;

/** `work` answers what it did, or null where nothing was to be done. */
async function changed(
  member: Member,
  documentId: string,
  id: string,
  kind: NewActivity["kind"],
  work: (transaction: Transaction, file: Files) => Promise<Pick<NewActivity, "before" | "after"> | null>,
): Promise<void> {
  await change(async (transaction, record) => {
    const document = await attachableDocument(transaction, member, documentId);
    const done = await work(transaction, await fileOf(transaction, documentId, id));
    if (!done) return;
    await record({
      ...done,
      kind,
      personId: member.personId,
      networkId: document.networkId,
      documentId,
      subjectId: id,
      audience: audienceOf(document, "working"),
    });
  });
}

async function fileOf(transaction: Transaction, documentId: string, id: string) {
  const file = await transaction.attachedFile.findFirst({ where: { id, documentId, erasedAt: null } });
  if (!file) throw notFound();
  return file;
}
