// What a document's readers were given, publication by publication: the earlier ones stay readable, and one can be taken back by itself.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { mayShare, readsPublishedText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { DocumentKind, PublishedVisibility } from "./document";
import { factsIn, type DocumentFacts } from "./document-facts";
import { withPresentTitles } from "./linked-titles.server";
import { withPresentNames } from "./mentioned-names.server";
import { factsForReaders, namesIn, type NamesInFacts } from "./named-in-facts.server";
import { decidable } from "./one-document.server";
import { rendered, type Rendered } from "./rendering.server";
import { RevisionInAddress } from "./version-orders";

export interface PublicationView {
  /** Counts from 1. */
  number: number;
  title: string;
  language: string;
  visibility: PublishedVisibility;
  at: Date;
  by: string;
  /** What readers are given now. */
  isPresent: boolean;
}

export interface Publications {
  document: { id: string; title: string; language: string; kind: DocumentKind };
  /** The latest first. */
  publications: PublicationView[];
  /** The member may take an earlier one back. */
  mayWithdraw: boolean;
}

/**
 * The publications of a text that is published now, as far as the member reads them: those that were not taken back, the public ones alone
 * for whoever reads only what is public. Refuses `not-found` where the member reads no published text of this document.
 */
export async function listPublications(member: Member, id: string): Promise<Publications> {
  const { document, publications } = await published(member, id);
  return {
    document: {
      id,
      title: document.publishedTitle ?? "",
      language: document.publishedLanguage ?? "en",
      kind: document.kind as DocumentKind,
    },
    publications: publications.map(({ save: _, ...publication }) => publication),
    mayWithdraw: mayShare(member, document),
  };
}

export interface ReadPublication extends Omit<Publications, "publications"> {
  publication: PublicationView;
  present: PublicationView;
  facts: DocumentFacts;
  names: NamesInFacts;
  rendered: Rendered;
}

/** One publication to read. Refuses `not-found` as `listPublications` does, and one that was taken back or never was. */
export async function readPublication(member: Member, id: string, address: string): Promise<ReadPublication> {
  const { document, publications } = await published(member, id);
  const wanted = RevisionInAddress.safeParse(address);
  const found = publications.find(({ number }) => number === wanted.data);
  const present = publications.find(({ isPresent }) => isPresent);
  if (!found || !present) throw notFound();
  const { save: revision, ...publication } = found;
  const save = await database().read.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId: id, revision } },
    select: { text: true, facts: true },
  });
  const kind = document.kind as DocumentKind;
  const facts = factsIn(kind, save.facts);
  const names = await namesIn(member, facts);
  const written = await rendered(save.text, { topHeading: 2 }, member.language);
  const html = await withPresentNames(member, await withPresentTitles(member, written.html));
  return {
    document: { id, title: document.publishedTitle ?? "", language: publication.language, kind },
    publication,
    present,
    mayWithdraw: mayShare(member, document),
    facts: factsForReaders(facts, names),
    names,
    rendered: { ...written, html },
  };
}

/**
 * Takes one earlier publication from its readers, at once; the present one is withdrawn as a whole. Refuses `not-found` whoever does not read
 * it and what was taken back, `forbidden` whoever does not decide about the text, `invalid` the present publication.
 */
export async function withdrawPublication(member: Member, id: string, address: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await decidable(transaction, member, id);
    const wanted = RevisionInAddress.safeParse(address);
    const publication = await transaction.publication.findFirst({
      where: { documentId: id, number: wanted.data ?? 0, withdrawnAt: null },
      select: { number: true, revision: true, publishedAt: true, visibility: true },
    });
    if (!publication || document.publishedRevision === null) throw notFound();
    const { number, publishedAt, visibility } = publication;
    if (number === document.publications) throw invalid("form", "publications:wrong.present");
    await transaction.publication.update({
      where: { documentId_number: { documentId: id, number } },
      data: { withdrawnAt: now() },
    });
    await record({
      kind: "publication-withdrawn",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { number, revision: publication.revision, publishedAt: publishedAt.toISOString() },
      after: { title: document.publishedTitle },
      audience: audienceOf({ ...document, publishedVisibility: visibility }, "published"),
    });
  });
}

async function published(member: Member, id: string) {
  const document = await database().read.document.findFirst({
    where: { id, networkId: member.network.id },
    select: {
      ...sharedDocument,
      kind: true,
      createdById: true,
      publications: true,
      publishedTitle: true,
      publishedLanguage: true,
      publishings: {
        where: { withdrawnAt: null },
        select: {
          number: true,
          revision: true,
          visibility: true,
          publishedAt: true,
          publishedBy: { select: { name: true } },
        },
        orderBy: { number: "desc" },
      },
    },
  });
  if (!document || !readsPublishedText(member, document)) throw notFound();
  const readable = document.publishings.filter(({ visibility }) =>
    readsPublishedText(member, { ...document, publishedVisibility: visibility }),
  );
  const saves = await database().read.documentSave.findMany({
    where: { documentId: id, revision: { in: readable.map(({ revision }) => revision) } },
    select: { revision: true, title: true, language: true },
  });
  const saveOf = new Map(saves.map((save) => [save.revision, save]));
  return {
    document,
    publications: readable.map((one) => ({
      number: one.number,
      title: saveOf.get(one.revision)?.title ?? "",
      language: saveOf.get(one.revision)?.language ?? "en",
      visibility: one.visibility as PublishedVisibility,
      at: one.publishedAt,
      by: one.publishedBy.name,
      isPresent: one.number === document.publications,
      save: one.revision,
    })),
  };
}
