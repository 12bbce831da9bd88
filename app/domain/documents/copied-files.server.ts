// Pictures and files that come along when a document is begun with another's words: rows of its own, over the same contents.
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { newId } from "~/platform/id";
import { filesNamedIn, withOtherFiles } from "~/text/file-addresses";

export interface FileCopy {
  id: string;
  name: string;
  type: string;
  width: number | null;
  height: number | null;
  bytes: number;
  altText: string;
  caption: string;
  licence: string;
  contents: Array<{ width: number; hash: string; bytes: number; checkedAt: Date; damagedAt: Date | null }>;
}

/**
 * The text with addresses of copies in the place of the document's own files, and those copies. The caller has judged that the text may be
 * read, and with it what it names.
 */
export async function filesToCopy(
  documentId: string,
  text: string,
): Promise<{ text: string; files: FileCopy[] }> {
  const named = await database().read.attachedFile.findMany({
    where: { documentId, id: { in: filesNamedIn(text) }, erasedAt: null },
    select: {
      ...{ id: true, name: true, type: true, width: true, height: true, bytes: true },
      ...{ altText: true, caption: true, licence: true },
      contents: { select: { width: true, hash: true, bytes: true, checkedAt: true, damagedAt: true } },
    },
  });
  const files = named.map((file) => ({ ...file, id: newId(), was: file.id }));
  const others = files.map(({ was, id, width, height }) => {
    const size = width !== null && height !== null ? { width, height } : undefined;
    return [was, { id, size }] as const;
  });
  return {
    text: withOtherFiles(text, new Map(others)),
    files: files.map(({ was: _was, ...file }) => file),
  };
}

/** Whether the persons shown agree is asked anew: they agreed to the one document. */
export function asFileRow(
  { contents, ...file }: FileCopy,
  networkId: string,
  uploadedById: string,
  uploadedAt: Date,
): Prisma.AttachedFileUncheckedCreateWithoutDocumentInput {
  return { ...file, networkId, uploadedById, uploadedAt, contents: { create: contents } };
}
