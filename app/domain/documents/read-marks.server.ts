// Keeps who has read which state of a text last: beside the answers, some at a time. It is no happening and nobody else's business.
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { madeAlready, once } from "~/platform/once";
import type { DocumentText } from "../access/document-texts";
import type { ReadMark } from "./read-mark";

/** Milliseconds for which marks are gathered before they are written. */
const gathering = 1_000;

export interface WhoseMark {
  personId: string;
  documentId: string;
  of: DocumentText;
}

interface Waiting {
  marks: Map<string, WhoseMark & { mark: ReadMark }>;
  timer: NodeJS.Timeout | undefined;
  /** The writing that is under way. */
  writing: Promise<void>;
}

const waiting = () =>
  once<Waiting>("read-marks", () => ({ marks: new Map(), timer: undefined, writing: Promise.resolve() }));

const keyOf = ({ personId, documentId, of }: WhoseMark) => `${personId} ${documentId} ${of}`;

/** The mark as it was left, also where it is still to be written; null: never read. */
export async function readMark({ personId, documentId, of }: WhoseMark): Promise<ReadMark | null> {
  const unwritten = waiting().marks.get(keyOf({ personId, documentId, of }));
  if (unwritten) return unwritten.mark;
  const row = await database().read.readText.findUnique({
    where: { personId_documentId_of: { personId, documentId, of } },
  });
  if (!row) return null;
  const { revision, readAt, formerRevision, formerAt } = row;
  const former = formerRevision !== null && formerAt ? { revision: formerRevision, readAt: formerAt } : null;
  return { revision, readAt, former };
}

/** Has the mark written within a second; whoever is answered does not wait for it. */
export function keepReadMark(whose: WhoseMark, mark: ReadMark): void {
  const own = waiting();
  own.marks.set(keyOf(whose), { ...whose, mark });
  own.timer ??= setTimeout(() => void writeReadMarks(), gathering).unref();
}

/** Writes what waits. Never fails: a mark that is lost only means that somebody is told of a change once more. */
export async function writeReadMarks(): Promise<void> {
  const own = madeAlready<Waiting>("read-marks");
  if (!own) return;
  clearTimeout(own.timer);
  own.timer = undefined;
  own.writing = own.writing.then(() => writeNow(own));
  await own.writing;
}

async function writeNow({ marks }: Waiting): Promise<void> {
  const all = [...marks];
  if (all.length === 0) return;
  try {
    await database().write(async (transaction) => {
      const ids = (name: "personId" | "documentId") => ({
        where: { id: { in: all.map(([, one]) => one[name]) } },
        select: { id: true },
      });
      // Accounts and texts may have gone meanwhile, and their marks go with them.
      const people = await transaction.person.findMany({
        ...ids("personId"),
        where: { ...ids("personId").where, deactivatedAt: null },
      });
      const documents = await transaction.document.findMany({
        ...ids("documentId"),
        where: { ...ids("documentId").where, purgedAt: null },
      });
      const there = new Set([...people, ...documents].map(({ id }) => id));
      for (const [, { personId, documentId, of, mark }] of all) {
        if (!there.has(personId) || !there.has(documentId)) continue;
        const { revision, readAt, former } = mark;
        const said = {
          ...{ revision, readAt },
          ...{ formerRevision: former?.revision ?? null, formerAt: former?.readAt ?? null },
        };
        await transaction.readText.upsert({
          where: { personId_documentId_of: { personId, documentId, of } },
          update: said,
          create: { personId, documentId, of, ...said },
        });
      }
    });
  } catch (error) {
    log().warn({ error }, "up to where texts were read could not be kept");
  }
  // One that came meanwhile waits for its own turn.
  for (const [key, one] of all) if (marks.get(key) === one) marks.delete(key);
}
