// Which of a document's files a published text names: whoever reads only what is published may have those.
import type { Transaction } from "~/platform/db.server";
import { filesNamedIn } from "~/text/file-addresses";

/** Keeps, for good, that this publication names these files of the document. Files of other documents stay as open as those are. */
export async function keepFilesPublished(
  transaction: Transaction,
  documentId: string,
  number: number,
  text: string,
): Promise<void> {
  const files = await transaction.attachedFile.findMany({
    where: { documentId, id: { in: filesNamedIn(text) } },
    select: { id: true },
  });
  await transaction.fileInPublication.deleteMany({ where: { documentId, number } });
  if (files.length === 0) return;
  await transaction.fileInPublication.createMany({
    data: files.map(({ id: fileId }) => ({ documentId, number, fileId })),
  });
}
