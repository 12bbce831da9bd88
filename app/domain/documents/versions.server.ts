// The versions of a document: what was written when and by whom, each to be read again, and naming one, which locks it.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { mayWrite, readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { DocumentKind } from "./document";
import { factsIn, type DocumentFacts } from "./document-facts";
import { withPresentTitles } from "./linked-titles.server";
import { withPresentNames } from "./mentioned-names.server";
import { namesIn, type NamesInFacts } from "./named-in-facts.server";
import { writable } from "./one-document.server";
import { bringUpOwn } from "./projection.server";
import { rendered, type Rendered } from "./rendering.server";
import { hashOf, said } from "./sealing.server";
import { versionsOf, type Span } from "./version";
import { RevisionInAddress, type NameVersion } from "./version-orders";

export interface Author {
  id: string;
  name: string;
  colour: number;
}

export interface Version extends Pick<Span, "revision" | "since" | "at" | "isGoingOn"> {
  title: string;
  language: string;
  authors: Author[];
  /** The text as it stands now. */
  isNow: boolean;
  /** Locked and sealed: by a name, or by being published, which needs none ("" then). */
  named: { name: string; note: string; by: string; at: Date; hash: string } | null;
  /** Its latest publication: who could read it, and whether they still can. */
  published: { number: number; visibility: string; at: Date; isWithdrawn: boolean } | null;
  /** Somebody has signed it as it stood. */
  isSigned: boolean;
}

export interface Versions {
  document: { id: string; title: string; language: string; kind: DocumentKind };
  versions: Version[];
  mayName: boolean;
}

/**
 * All versions of a document, the latest first, for whoever reads its working text. Refuses `not-found` everybody else: what was never
 * published stands in them.
 */
export async function listVersions(member: Member, id: string): Promise<Versions> {
  await bringUpOwn(member.personId, id);
  const [document, saved] = await Promise.all([
    database().read.document.findFirst({
      where: { id, networkId: member.network.id },
      select: {
        ...sharedDocument,
        kind: true,
        createdById: true,
        sealedAt: true,
        title: true,
        language: true,
        revision: true,
        publishings: {
          select: { number: true, revision: true, visibility: true, publishedAt: true, withdrawnAt: true },
        },
        signOffs: { select: { revision: true } },
        versions: {
          select: {
            revision: true,
            name: true,
            note: true,
            hash: true,
            namedAt: true,
            namedBy: { select: { name: true } },
          },
        },
      },
    }),
    database().read.activity.findMany({
      where: { documentId: id, kind: "document-saved" },
      select: { personId: true, after: true },
    }),
  ]);
  if (!document || !readsWorkingText(member, document)) throw notFound();
  const saves = await database().read.documentSave.findMany({
    where: { documentId: id },
    select: { revision: true, savedAt: true, savedById: true, title: true, language: true },
    orderBy: { revision: "asc" },
  });
  const { publishings, signOffs, versions: names, revision: latest } = document;
  const marked = new Set([...publishings, ...signOffs, ...names].map(({ revision }) => revision));
  const told = saved.map(({ personId, after }) => ({ personId, revision: revisionIn(after) }));
  const spans = versionsOf(saves, marked, now());
  const wroteIn = writersIn(spans, told);
  const authors = await authorsOf(wroteIn);
  const authorsIn = (ids: ReadonlySet<string> = new Set()) =>
    [...ids].flatMap((personId) => authors.get(personId) ?? []);
  // Five hundred versions are looked up in these.
  const saveOf = new Map(saves.map((save) => [save.revision, save]));
  const signed = new Set(signOffs.map(({ revision }) => revision));
  const nameGiven = new Map(
    names.map(({ revision, name, note, namedBy, namedAt, hash }) => [
      revision,
      { name, note, by: namedBy.name, at: namedAt, hash },
    ]),
  );
  const lastPublished = new Map(
    publishings.map(({ revision, number, visibility, publishedAt, withdrawnAt }) => [
      revision,
      { number, visibility, at: publishedAt, isWithdrawn: withdrawnAt !== null },
    ]),
  );
  return {
    document: {
      id,
      title: document.title,
      language: document.language,
      kind: document.kind as DocumentKind,
    },
    mayName: mayWrite(member, { ...document, kind: document.kind as DocumentKind }),
    versions: spans.map((span, index) => {
      const { revision } = span;
      const save = saveOf.get(revision);
      return {
        revision,
        since: span.since,
        at: span.at,
        isGoingOn: span.isGoingOn,
        title: save?.title ?? "",
        language: save?.language ?? document.language,
        authors: authorsIn(wroteIn[index]),
        isNow: revision === latest,
        named: nameGiven.get(revision) ?? null,
        published: lastPublished.get(revision) ?? null,
        isSigned: signed.has(revision),
      };
    }),
  };
}

export interface ReadVersion extends Omit<Versions, "versions"> {
  version: Version;
  /** Of the versions before and after it. */
  earlier: number | null;
  later: number | null;
  facts: DocumentFacts;
  names: NamesInFacts;
  rendered: Rendered;
  /** Of a named version: its words are those that were named. */
  isUnchanged: boolean;
}

/** One version to read. Refuses `not-found` as `listVersions` does, and what is no version of the document. */
export async function readVersion(member: Member, id: string, address: string): Promise<ReadVersion> {
  const { versions, ...about } = await listVersions(member, id);
  const wanted = RevisionInAddress.safeParse(address);
  const index = versions.findIndex(({ revision }) => revision === wanted.data);
  const version = versions[index];
  if (!version) throw notFound();
  const { revision } = version;
  const save = await database().read.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId: id, revision } },
    select: said,
  });
  const facts = factsIn(about.document.kind, save.facts);
  const written = await rendered(save.text, { topHeading: 2 }, member.language);
  const html = await withPresentNames(member, await withPresentTitles(member, written.html));
  return {
    ...about,
    version,
    earlier: versions[index + 1]?.revision ?? null,
    later: versions[index - 1]?.revision ?? null,
    facts,
    names: await namesIn(member, facts),
    rendered: { ...written, html },
    isUnchanged: version.named === null || version.named.hash === hashOf(save),
  };
}

/**
 * Gives a version a name and a note, for good: what it says stays as it is, and a hash tells that it did. Refuses `not-found` whoever
 * does not read the working text, then as writing does; `conflict` a version that has gone on meanwhile, `invalid` one that has a name.
 */
export async function nameVersion(
  member: Member,
  documentId: string,
  address: string,
  { name, note }: NameVersion,
): Promise<void> {
  await change(async (transaction, record) => {
    // Whoever reads the published text alone knows of no version.
    const shared = await transaction.document.findFirst({
      where: { id: documentId, networkId: member.network.id },
      select: sharedDocument,
    });
    if (!shared || !readsWorkingText(member, shared)) throw notFound();
    const document = await writable(transaction, member, documentId);
    const wanted = RevisionInAddress.safeParse(address);
    if (!wanted.success) throw notFound();
    const key = { documentId, revision: wanted.data };
    const where = { documentId_revision: key };
    const save = await transaction.documentSave.findUnique({ where, select: said });
    if (!save) throw conflict();
    const sealed = await transaction.namedVersion.findUnique({ where, select: { name: true } });
    if (sealed && sealed.name !== "") throw invalid("name", "versions:wrong.named");
    const given = { name, note, namedById: member.personId, namedAt: now() };
    // The seal of what was published stays the one of that day.
    if (sealed) await transaction.namedVersion.update({ where, data: given });
    else {
      const data = { ...key, ...given, networkId: member.network.id, hash: hashOf(save) };
      await transaction.namedVersion.create({ data });
    }
    await record({
      kind: "version-named",
      personId: member.personId,
      networkId: member.network.id,
      documentId,
      subjectId: documentId,
      before: { name: null },
      after: { name, revision: key.revision },
      audience: audienceOf(document, "working"),
    });
  });
}

/** Who wrote in each of these versions. They follow each other, the latest first: one walk through what is told is enough. */
function writersIn(
  spans: readonly Span[],
  told: Array<{ personId: string | null; revision: number }>,
): Array<Set<string>> {
  const latestFirst = told.sort((one, other) => other.revision - one.revision);
  let place = latestFirst.findIndex(({ revision }) => revision <= (spans[0]?.revision ?? 0));
  return spans.map(({ after, savedBy }) => {
    const writers = new Set(savedBy);
    for (let one = latestFirst[place]; one && one.revision > after; one = latestFirst[(place += 1)])
      if (one.personId !== null) writers.add(one.personId);
    return writers;
  });
}

function revisionIn(after: unknown): number {
  const { revision } = (after ?? {}) as { revision?: unknown };
  return typeof revision === "number" ? revision : 0;
}

async function authorsOf(wrote: ReadonlyArray<ReadonlySet<string>>): Promise<Map<string, Author>> {
  const ids = new Set(wrote.flatMap((one) => [...one]));
  const people = await database().read.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, colour: true },
  });
  return new Map(people.map((person) => [person.id, person]));
}
