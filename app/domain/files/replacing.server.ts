// Puts a new file in the place of another, in the gallery and in the working text; versions and publications keep the old one.
import { database } from "~/platform/db.server";
import { filesNamedIn, withOtherFiles } from "~/text/file-addresses";
import type { Member } from "../access/member";
import type { ContentLanguage } from "../documents/document";
import { saveDocument } from "../documents/documents.server";
import { bringUp } from "../documents/projection.server";
import { refusalIn } from "../refusal";
import type { TakenFile } from "./file";
import { takeIn, type Offered } from "./taking-in.server";

export interface Replaced {
  file: TakenFile;
  /** False where the working text still shows the old one, because somebody was writing in it. */
  isInPlace: boolean;
}

/** Refuses as `takeIn` does. */
export async function replaceFile(
  member: Member,
  documentId: string,
  offered: Offered & { replaces: string },
): Promise<Replaced> {
  const file = await takeIn(member, documentId, offered);
  return { file, isInPlace: await putInText(member, documentId, offered.replaces, file) };
}

/** Tries once more where somebody saved in between. */
async function putInText(
  member: Member,
  documentId: string,
  before: string,
  { id, picture }: TakenFile,
): Promise<boolean> {
  for (let turn = 0; turn < 2; turn += 1) {
    await bringUp(documentId);
    const document = await database().read.document.findUniqueOrThrow({
      where: { id: documentId },
      select: { title: true, language: true, text: true, revision: true },
    });
    if (!filesNamedIn(document.text).includes(before)) return true;
    const text = withOtherFiles(document.text, new Map([[before, { id, size: picture }]]));
    const language = document.language as ContentLanguage;
    try {
      await saveDocument(member, documentId, { ...document, language, text });
      return true;
    } catch (thrown) {
      if (refusalIn(thrown)?.kind !== "conflict") throw thrown;
    }
  }
  return false;
}
