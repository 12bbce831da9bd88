// The boxes of a visit note or of minutes that are no task, and why: told to whoever can mend it.
import { database } from "~/platform/db.server";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { boxesOfText } from "../documents/boxes-of-text.server";
import type { DocumentKind } from "../documents/document";
import { kindsWithTasks } from "../documents/tasks-in-text";
import type { TaskView } from "./tasks.server";

export interface BoxWithoutTask {
  place: number;
  words: string;
  lacks: "person" | "day" | "both";
}

/** Words of a box that tell it from others. */
const firstWords = 80;

/** Of the working text. What is done already lacks nothing. Nothing for whoever does not read that text. */
export async function boxesWithoutTask(
  member: Member,
  documentId: string,
  tasks: readonly TaskView[],
): Promise<BoxWithoutTask[]> {
  const document = await database().read.document.findFirst({
    where: { id: documentId, networkId: member.network.id },
    select: { ...sharedDocument, kind: true, text: true, originalId: true },
  });
  if (!document || document.originalId !== null || !readsWorkingText(member, document)) return [];
  if (!kindsWithTasks.includes(document.kind as DocumentKind) || !/\[ \]/.test(document.text)) return [];
  const known = new Set(tasks.map(({ place }) => place));
  return boxesOfText(document.text).flatMap(({ place, words, day, isDone, personId }): BoxWithoutTask[] => {
    if (isDone || known.has(place)) return [];
    // Whoever it names beside a day is nobody of the network.
    const lacks = day !== null ? "person" : personId === null ? "both" : "day";
    const short = words.length > firstWords ? `${words.slice(0, firstWords).trimEnd()}…` : words;
    return [{ place, words: short, lacks }];
  });
}
