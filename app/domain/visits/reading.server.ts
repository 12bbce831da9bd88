// What stands beside a visit note on its screen: the city's reply, signatures, additions, and reflections as far as one may read them.
import { database } from "~/platform/db.server";
import { can, type Member } from "../access/member";
import type { DocumentText } from "../access/document-texts";
import { rendered } from "../documents/rendering.server";
import { notFound } from "../refusal";
import type { OwnReflection } from "./reflections.server";
import { mayReflect, saidBeside, sidesOf, visitSides, type VisitSide } from "./visit";
import { visitNote } from "./visit-notes.server";

export interface Said {
  id: string;
  author: { name: string; colour: number };
  at: Date;
  html: string;
}

export interface Signature {
  side: VisitSide;
  name: string;
  at: Date;
  /** Of the text as it stands; otherwise it was saved since, and the signature counts no more. */
  isCurrent: boolean;
}

export interface Visit {
  /** The text the reader has before them: a signature names it. */
  revision: number;
  sealedAt: Date | null;
  reply: Said | null;
  /** The latest first; only for readers of the working text. */
  earlierReplies: Said[];
  additions: Said[];
  signatures: Signature[];
  /** For which sides the member may sign now. */
  maySign: VisitSide[];
  mayReply: boolean;
  mayAdd: boolean;
  /** The member's own, if they keep one or may; nobody else is ever given it here. */
  own: OwnReflection | null;
  mayReflect: boolean;
  /** Those of others that their writers share. */
  shared: Said[];
}

/** What stands beside this text of the note. Refuses `not-found` what is no visit note, and whoever does not read that text. */
export async function readVisit(member: Member, documentId: string, text: DocumentText): Promise<Visit> {
  const { read } = database();
  const note = await visitNote(read, member, documentId);
  if (!(text === "working" ? note.readsWorking : note.readsPublished)) throw notFound();
  const networkId = member.network.id;
  const isWorking = text === "working";
  const revision = isWorking ? note.revision : (note.publishedRevision ?? 0);
  const [statements, signOffs, reflections] = await Promise.all([
    read.visitStatement.findMany({
      where: { documentId, networkId },
      select: { id: true, kind: true, text: true, at: true, author },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
    read.signOff.findMany({
      where: { documentId, document: { networkId } },
      select: { side: true, revision: true, at: true, personId: true, person: { select: { name: true } } },
    }),
    isWorking
      ? read.reflection.findMany({
          where: { documentId, networkId, OR: [{ authorId: member.personId }, { sharedAt: { not: null } }] },
          select: {
            id: true,
            authorId: true,
            text: true,
            revision: true,
            updatedAt: true,
            sharedAt: true,
            author,
          },
          orderBy: [{ sharedAt: "asc" }, { id: "asc" }],
        })
      : [],
  ]);
  const say = async ({ id, at, text: words, author: by }: Statement): Promise<Said> => ({
    id,
    at,
    author: by,
    html: (await rendered(words, { topHeading: 4, idPrefix: `v-${id}-`, lineBreaks: true }, member.language))
      .html,
  });
  const said = saidBeside(statements, text);
  const replies = said.filter(({ kind }) => kind === "reply").reverse();
  const [reply, ...earlier] = await Promise.all(replies.map((statement) => say(statement)));
  const own = reflections.find(({ authorId }) => authorId === member.personId);
  // Nobody signs for both sides.
  const hasSigned = signOffs.some((one) => one.personId === member.personId && one.revision === revision);
  const sides = isWorking && !note.sealedAt && !hasSigned ? sidesOf(member, note) : [];
  const signatures = signOffs
    .map((one): Signature | undefined => {
      const side = visitSides.find((known) => known === one.side);
      return side && { side, name: one.person.name, at: one.at, isCurrent: one.revision === revision };
    })
    .filter((one) => one !== undefined)
    // Of a text that they do not read nobody is told whether it is signed.
    .filter(({ isCurrent }) => isWorking || isCurrent);
  return {
    revision,
    sealedAt:
      signatures.filter(({ isCurrent }) => isCurrent).length === visitSides.length ? note.sealedAt : null,
    reply: reply ?? null,
    earlierReplies: earlier,
    additions: await Promise.all(said.filter(({ kind }) => kind === "addition").map((one) => say(one))),
    signatures,
    maySign: sides.filter((side) => !signatures.some((one) => one.side === side && one.isCurrent)),
    mayReply: note.readsWorking && can(member, "write-document", note.partnershipId),
    mayAdd: note.readsWorking && note.sealedAt !== null && sidesOf(member, note).length > 0,
    own: own
      ? { text: own.text, revision: own.revision, updatedAt: own.updatedAt, sharedAt: own.sharedAt }
      : null,
    mayReflect: isWorking && mayReflect(member, note.partnershipId),
    shared: await Promise.all(
      reflections
        .filter(({ authorId, sharedAt }) => authorId !== member.personId && sharedAt !== null)
        .map((one) => say({ ...one, at: one.updatedAt })),
    ),
  };
}

interface Statement {
  id: string;
  text: string;
  at: Date;
  author: { name: string; colour: number };
}

const author = { select: { name: true, colour: true } } as const;
