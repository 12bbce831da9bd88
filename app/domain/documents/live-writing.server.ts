// Who wrote what lately in the texts of this process: by whose hand a text is kept, in which revision, and what somebody has not seen yet.
import { once } from "~/platform/once";

/** Milliseconds for which constant writing is one save, and one row of what happened for each who writes. */
const oneSave = 600_000;
/** Revisions of one text of which it is remembered what is in them. */
const mostRevisions = 300;

/** A save that what is written on top of it may replace: nobody asked for it, and the log has every letter of it. */
interface OpenSave {
  revision: number;
  /** When it was begun, in ms. */
  since: number;
  /** Those whose writing in it has its row among what happened. */
  told: Set<string>;
}

interface Writing {
  lastWriter?: string;
  /** The number of the last frame of each who wrote. */
  frames: Map<string, number>;
  /** The number up to which each revision that came of writing follows the text, and that of the revision before the first of them. */
  revisions: Map<number, number>;
  openSave?: OpenSave;
}

const writings = () => once("live-writing", () => new Map<string, Writing>());

function writingOf(documentId: string): Writing {
  const known = writings().get(documentId) ?? { frames: new Map(), revisions: new Map() };
  writings().set(documentId, known);
  return known;
}

/** Remembers what somebody wrote, when it is in the log under this number. */
export function wrote(documentId: string, personId: string, number: number): void {
  const writing = writingOf(documentId);
  writing.lastWriter = personId;
  writing.frames.set(personId, Math.max(number, writing.frames.get(personId) ?? 0));
}

/** By whose hand the text is what it is, as far as this process knows. */
export function lastWriter(documentId: string): string | undefined {
  return writings().get(documentId)?.lastWriter;
}

/** Whether the person wrote what the rows, which follow up to this number, do not have yet. */
export function wroteAfter(documentId: string, personId: string, number: number): boolean {
  return (writings().get(documentId)?.frames.get(personId) ?? 0) > number;
}

/** Remembers that a revision came of writing alone: which it was made on, and up to which number of the log each follows. */
export function cameOfWriting(
  documentId: string,
  was: { revision: number; number: number },
  is: { revision: number; number: number },
): void {
  const { revisions } = writingOf(documentId);
  if (!revisions.has(was.revision)) revisions.clear();
  for (const { revision, number } of [was, is]) revisions.set(revision, number);
  const [oldest] = revisions.keys();
  if (revisions.size > mostRevisions && oldest !== undefined) revisions.delete(oldest);
}

/**
 * Whether a document that stands at one revision is, to this person, what they read at an earlier one: nothing came between but what they
 * wrote in it themselves.
 */
export function hasSeen(
  personId: string,
  { id, revision }: { id: string; revision: number },
  read: number,
): boolean {
  if (read === revision) return true;
  const writing = writings().get(id);
  const number = writing?.revisions.get(read);
  if (!writing || number === undefined || !writing.revisions.has(revision)) return false;
  return [...writing.frames].every(([writer, frame]) => writer === personId || frame <= number);
}

/** The save that writing at this moment goes on with, if the document still stands at it. */
export function openSaveOf(documentId: string, revision: number, at: Date): OpenSave | undefined {
  const save = writings().get(documentId)?.openSave;
  return save?.revision === revision && at.getTime() - save.since < oneSave ? save : undefined;
}

/** Remembers the save that came of writing just now, as one that may be gone on with. */
export function keepOpenSave(documentId: string, save: OpenSave): void {
  writingOf(documentId).openSave = save;
}
