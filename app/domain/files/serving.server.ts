// Who may have which file: judged at each asking, by the texts that the asker may read.
import { database } from "~/platform/db.server";
import { isId } from "~/platform/id";
import {
  readsPublishedText,
  readsWorkingText,
  sharedDocument,
  type SharedDocument,
} from "../access/document-texts";
import { opened, opening, readsHandedIn } from "../access/handed-in.server";
import type { Member } from "../access/member";
import { notFound } from "../refusal";

/** Who asks: a stranger is a member nowhere. */
export interface Asker {
  /** The member they are in this network, if they are one. */
  memberIn(slug: string): Promise<Member | null>;
}

export interface ServedFile {
  isErased: false;
  name: string;
  type: string;
  hash: string;
  bytes: number;
  /** Encoded by us: it may be shown inside a page. */
  isPicture: boolean;
  /** In pixels, of the picture that is sent. */
  size: { width: number; height: number } | null;
  /** Everybody may have it. */
  isPublic: boolean;
}

/** What is left of a file that was erased for good: that it was there, and of a picture how large it was. */
export interface ErasedPlace extends Pick<ServedFile, "size" | "isPublic"> {
  isErased: true;
}

/**
 * The file, and of a picture the smallest of its sizes that is at least so wide. Whoever reads the document's working text has all its
 * files; whoever reads what it published or handed in, or a stranger, those which such a text names. They are told as well that one was erased.
 * Refuses everybody else `not-found`.
 */
export async function serveFile(
  asker: Asker,
  id: string,
  wanted?: number,
): Promise<ServedFile | ErasedPlace> {
  if (!isId(id)) throw notFound();
  const file = await database().read.attachedFile.findUnique({
    where: { id },
    select: {
      name: true,
      type: true,
      width: true,
      height: true,
      erasedAt: true,
      contents: { select: { width: true, hash: true, bytes: true }, orderBy: { width: "asc" } },
      publications: { select: { number: true } },
      handedIn: { select: { step: { select: opening } } },
      document: { select: { ...sharedDocument, network: { select: { slug: true } } } },
    },
  });
  if (!file) throw notFound();
  const { document, publications, handedIn } = file;
  const openings = await openingsOf(
    document,
    publications.map(({ number }) => number),
  );
  const isPublic = openings.includes("public");
  const handed = handedIn.map(({ step }) => opened(step));
  if (!isPublic && !(await mayHave(asker, document, openings, handed))) throw notFound();
  const isPicture = file.width !== null && file.height !== null;
  if (file.erasedAt !== null) {
    const width = Math.min(wanted ?? Infinity, file.width ?? 1);
    const size = isPicture ? sizeOf(width, file.width ?? 1, file.height ?? 1) : null;
    return { isErased: true, size, isPublic };
  }
  const content = file.contents.find(({ width }) => width >= (wanted ?? Infinity)) ?? file.contents.at(-1);
  if (!content) throw notFound();
  const { name, type } = file;
  const size = isPicture ? sizeOf(content.width, file.width ?? 1, file.height ?? 1) : null;
  const { hash, bytes } = content;
  return { isErased: false, name, type, hash, bytes, isPicture, size, isPublic };
}

async function mayHave(
  asker: Asker,
  document: SharedDocument & { network: { slug: string } },
  openings: string[],
  handed: Array<ReturnType<typeof opened>>,
): Promise<boolean> {
  const member = await asker.memberIn(document.network.slug);
  if (!member) return false;
  if (readsWorkingText(member, document)) return true;
  if (handed.some((one) => readsHandedIn(member, one))) return true;
  return openings.some((publishedVisibility) =>
    readsPublishedText(member, { ...document, publishedVisibility }),
  );
}

/** To whom the published texts that name the file are open now: "network" or "public". An earlier one is never wider than the present. */
async function openingsOf(document: SharedDocument, numbers: number[]): Promise<string[]> {
  const { id: documentId, publishedVisibility, trashedAt } = document;
  if (numbers.length === 0 || publishedVisibility === null || trashedAt !== null) return [];
  const published = await database().read.publication.findMany({
    where: { documentId, number: { in: numbers }, withdrawnAt: null },
    select: { visibility: true },
  });
  return published.map(({ visibility }) =>
    visibility === "public" && publishedVisibility === "public" ? "public" : "network",
  );
}

function sizeOf(width: number, fullWidth: number, fullHeight: number) {
  return { width, height: Math.round((width * fullHeight) / fullWidth) };
}
