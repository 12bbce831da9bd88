// The gallery of a document: all its pictures and files, what is said of them, and where they stand.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { filesNamedIn, picturesIn } from "~/text/file-addresses";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import type { DocumentKind } from "../documents/document";
import { bringUpOwn } from "../documents/projection.server";
import { notFound } from "../refusal";
import { mayAttach, mayErase } from "./attaching.server";
import { consents, fileLimit, unnamedDays, type Consent } from "./file";

export interface GalleryFile {
  id: string;
  name: string;
  type: string;
  bytes: number;
  /** Of a picture, in pixels. */
  size: { width: number; height: number } | null;
  altText: string;
  caption: string;
  /** A picture that nobody has described, here or in the text. */
  lacksAltText: boolean;
  licence: string;
  consent: Consent;
  by: string;
  at: Date;
  isInText: boolean;
  isPublished: boolean;
  /** When it is deleted, unless somebody keeps it, a text names it, or it was handed in. */
  goesOn: Date | null;
  isDamaged: boolean;
  /** The name of what was put in its place. */
  replacedBy: string | null;
}

/** What is told of a file that was erased for good. */
export interface ErasedFile {
  id: string;
  isPicture: boolean;
  addedBy: string;
  addedAt: Date;
  by: string;
  at: Date;
  reason: string;
  isInText: boolean;
}

export interface Gallery {
  document: { id: string; title: string; language: string; kind: DocumentKind };
  mayWrite: boolean;
  mayErase: boolean;
  files: GalleryFile[];
  /** What was taken out and is not deleted yet. */
  removed: GalleryFile[];
  erased: ErasedFile[];
  limits: { megabytes: number; days: number };
}

/** The latest first. Refuses `not-found` whoever does not read the working text. */
export async function listFiles(member: Member, id: string): Promise<Gallery> {
  await bringUpOwn(member.personId, id);
  const document = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: {
      ...sharedDocument,
      kind: true,
      title: true,
      language: true,
      text: true,
      sealedAt: true,
      archivedAt: true,
      files: {
        select: {
          erasedAt: true,
          erasedReason: true,
          erasedBy: { select: { name: true } },
          ...{ id: true, name: true, type: true, bytes: true, width: true, height: true, altText: true },
          ...{ caption: true, licence: true, consent: true, isKept: true, uploadedAt: true, removedAt: true },
          uploadedBy: { select: { name: true } },
          replacedBy: { select: { name: true }, where: { erasedAt: null } },
          publications: { select: { number: true }, take: 1 },
          handedIn: { select: { stepId: true }, take: 1 },
          contents: { select: { width: true }, where: { damagedAt: { not: null } }, take: 1 },
        },
        orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
      },
    },
  });
  if (!document || !readsWorkingText(member, document)) throw notFound();
  const inText = new Set(filesNamedIn(document.text));
  const said = picturesIn(document.text);
  const rows = await Promise.all(
    document.files.map(async (file) => {
      if (file.erasedAt !== null) return null;
      const size =
        file.width === null || file.height === null ? null : { width: file.width, height: file.height };
      const [isInText, isPublished] = [inText.has(file.id), file.publications.length > 0];
      const isFixed = isPublished || file.handedIn.length > 0;
      const stays = isInText || isFixed || (file.isKept && !file.removedAt) || (await isInSave(id, file.id));
      const row: GalleryFile = {
        ...{ id: file.id, name: file.name, type: file.type, bytes: file.bytes, size },
        ...{ altText: file.altText, caption: file.caption, licence: file.licence, isInText, isPublished },
        lacksAltText: size !== null && file.altText === "" && !said.get(file.id)?.altText,
        consent: consents.find((one) => one === file.consent) ?? "unknown",
        by: file.uploadedBy.name,
        at: file.uploadedAt,
        goesOn: stays ? null : endOf(file.removedAt ?? file.uploadedAt),
        isDamaged: file.contents.length > 0,
        replacedBy: file.replacedBy?.name ?? null,
      };
      return { row, isRemoved: file.removedAt !== null };
    }),
  );
  const erased = document.files.flatMap((file): ErasedFile[] => {
    if (file.erasedAt === null) return [];
    const isPicture = file.width !== null;
    return [
      {
        ...{ id: file.id, isPicture, addedBy: file.uploadedBy.name, addedAt: file.uploadedAt },
        ...{ by: file.erasedBy?.name ?? "", at: file.erasedAt, reason: file.erasedReason },
        isInText: inText.has(file.id),
      },
    ];
  });
  const kept = rows.filter((row) => row !== null);
  const kind = document.kind as DocumentKind;
  return {
    document: { id, kind, title: document.title, language: document.language },
    mayWrite: mayAttach(member, document),
    mayErase: mayErase(member, document),
    files: kept.filter(({ isRemoved }) => !isRemoved).map(({ row }) => row),
    removed: kept.filter(({ isRemoved }) => isRemoved).map(({ row }) => row),
    erased: erased.sort((one, other) => other.at.getTime() - one.at.getTime()),
    limits: { megabytes: fileLimit / 1_000_000, days: unnamedDays },
  };
}

async function isInSave(documentId: string, fileId: string): Promise<boolean> {
  const save = await database().read.documentSave.findFirst({
    where: { documentId, text: { contains: `/files/${fileId}` } },
    select: { revision: true },
  });
  return save !== null;
}

function endOf(since: Date): Date {
  return new Date(Math.max(now().getTime(), since.getTime() + unnamedDays * 86_400_000));
}
