// Erasing a file for good, as when somebody who is shown takes their consent back: from the text, every version and every publication at once.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { filesNamedIn } from "~/text/file-addresses";
import { readsWorkingText } from "../access/document-texts";
import type { Member } from "../access/member";
import { visibleWorkingTexts } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { audienceOf } from "../documents/audience";
import type { DocumentKind } from "../documents/document";
import { bringUpOwn } from "../documents/projection.server";
import { forbidden, notFound } from "../refusal";
import { attachable, mayErase } from "./attaching.server";
import { contentsTurn, removeUnnamed } from "./contents.server";
import type { EraseFile } from "./file-orders";

export interface Erasing {
  document: { id: string; title: string; language: string; kind: DocumentKind };
  file: {
    id: string;
    name: string;
    altText: string;
    /** Of a picture, in pixels. */
    size: { width: number; height: number } | null;
  };
  isInText: boolean;
  isInVersions: boolean;
  /** How many publications name it that were not taken back, and whether everybody reads one of them. */
  publications: number;
  isPublic: boolean;
  /** Other files with the same content, in this document and in those whose working text the member reads: they stay. */
  others: Array<{ id: string; name: string; documentId: string; title: string; language: string }>;
}

/** What erasing it would do. Refuses as `eraseFile` does. */
export async function readErasing(member: Member, documentId: string, id: string): Promise<Erasing> {
  await bringUpOwn(member.personId, documentId);
  const { read } = database();
  const document = await erasableDocument(read, member, documentId);
  const file = await fileOf(read, documentId, id);
  const [words, save, open, others] = await Promise.all([
    read.document.findUniqueOrThrow({ where: { id: documentId }, select: { text: true, language: true } }),
    read.documentSave.findFirst({
      where: { documentId, text: { contains: `/files/${id}` } },
      select: { revision: true },
    }),
    read.publication.findMany({
      where: { documentId, withdrawnAt: null, number: { in: file.publications.map(({ number }) => number) } },
      select: { visibility: true },
    }),
    read.attachedFile.findMany({
      where: {
        id: { not: id },
        document: visibleWorkingTexts(member),
        contents: { some: { hash: { in: file.contents.map(({ hash }) => hash) } } },
      },
      select: {
        id: true,
        name: true,
        document: { select: { id: true, title: true, language: true } },
      },
      orderBy: { id: "asc" },
      take: mostOthers,
    }),
  ]);
  const { title, kind, publishedVisibility } = document;
  const published = publishedVisibility === null ? [] : open;
  return {
    document: { id: documentId, title, language: words.language, kind: kind as DocumentKind },
    file: {
      ...{ id, name: file.name, altText: file.altText },
      size: file.width === null || file.height === null ? null : { width: file.width, height: file.height },
    },
    isInText: filesNamedIn(words.text).includes(id),
    isInVersions: save !== null,
    publications: published.length,
    isPublic: publishedVisibility === "public" && published.some(({ visibility }) => visibility === "public"),
    others: others.map((other) => ({
      ...{ id: other.id, name: other.name, documentId: other.document.id },
      ...{ title: other.document.title, language: other.document.language },
    })),
  };
}

/** More of them nobody goes through. */
const mostOthers = 50;

/**
 * Erases the content, its name and what was said of it. Where a text names it, the place says that it was erased; who did it, when and why stays.
 * Bytes that another file has as well stay that one's. Refuses `not-found` whoever does not read the working text, and what is no file of
 * it, or none any more; `forbidden` whoever does not write it.
 */
export async function eraseFile(
  member: Member,
  documentId: string,
  id: string,
  { reason }: EraseFile,
): Promise<void> {
  // In turn with what comes in: a content that is put just now is named before it is asked whether anybody names it.
  await inTurn(contentsTurn, async () => {
    const hashes = await change(async (transaction, record) => {
      const document = await erasableDocument(transaction, member, documentId);
      const file = await fileOf(transaction, documentId, id);
      const at = now();
      await transaction.fileContent.deleteMany({ where: { fileId: id } });
      await transaction.attachedFile.update({
        where: { id },
        data: {
          ...{ name: "", altText: "", caption: "", licence: "", bytes: 0, isKept: false },
          removedAt: file.removedAt ?? at,
          ...{ erasedAt: at, erasedById: member.personId, erasedReason: reason },
        },
      });
      const isPublished = document.publishedVisibility !== null && file.publications.length > 0;
      await record({
        kind: "file-erased",
        personId: member.personId,
        networkId: document.networkId,
        documentId,
        subjectId: id,
        // Whoever has it before their eyes loses it, too.
        audience: audienceOf(document, isPublished ? "published" : "working"),
      });
      return file.contents.map(({ hash }) => hash);
    });
    await removeUnnamed(hashes);
  });
}

type Reading = Pick<Transaction, "document" | "attachedFile">;

async function erasableDocument(rows: Reading, member: Member, id: string) {
  const document = await rows.document.findFirst({
    where: { id, networkId: member.network.id },
    select: attachable,
  });
  if (!document || !readsWorkingText(member, document)) throw notFound();
  if (!mayErase(member, document)) throw forbidden();
  return document;
}

async function fileOf(rows: Reading, documentId: string, id: string) {
  const file = await rows.attachedFile.findFirst({
    where: { id, documentId, erasedAt: null },
    select: {
      ...{ name: true, altText: true, width: true, height: true, removedAt: true },
      contents: { select: { hash: true } },
      publications: { select: { number: true } },
    },
  });
  if (!file) throw notFound();
  return file;
}
