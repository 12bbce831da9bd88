// Comparing two versions of a document, for whoever reads its working text.
import { database } from "~/platform/db.server";
import type { ComparedTexts } from "~/text/comparison/comparison";
import type { Member } from "../access/member";
import { notFound } from "../refusal";
import { comparedTexts } from "./comparing-texts.server";
import { factsIn, type DocumentFacts } from "./document-facts";
import type { DocumentKind } from "./document";
import { withPresentTitles } from "./linked-titles.server";
import { withPresentNames } from "./mentioned-names.server";
import { namesIn, type NamesInFacts } from "./named-in-facts.server";
import { RevisionInAddress } from "./version-orders";
import { listVersions, type Version, type Versions } from "./versions.server";
import { citiesOfWriters } from "./writers-cities.server";

/** One of the two that are compared. */
export interface ComparedSide {
  title: string;
  language: string;
  at: Date;
  /** What it is called by: see `nameOf`. */
  named: { name: string } | null;
  published: { number: number } | null;
}

/** Whoever wrote between the two, and where they are from. */
export interface ComparedAuthor {
  id: string;
  name: string;
  colour: number;
  cities: string[];
}

export interface Comparison {
  was: ComparedSide;
  is: ComparedSide;
  /** null: the texts are too long, or too different, to be compared in time. */
  text: ComparedTexts | null;
  /** Title, language and facts; null where they are the same. */
  facts: ComparedTexts | null;
}

export interface ComparedVersions extends Comparison {
  document: Versions["document"];
  versions: Version[];
  from: number;
  to: number;
  isNow: boolean;
  authors: ComparedAuthor[];
  /** For each section in which something changed the ids of its authors; empty: not known more exactly than for the whole. */
  sectionAuthors: string[][];
}

/** What a document states besides its text, made into a document of our schema, so that it is compared as texts are. */
export type State = (facts: DocumentFacts, names: NamesInFacts, of: ComparedSide) => object;

/** As many versions between two are looked through for who changed which section, and as many UTF-16 units of them. */
const [mostBetween, mostOfThem] = [60, 4_000_000];

/**
 * What changed from one version to a later one. `from` and `to` are numbers of saves as addresses give them; without `to` the text as it
 * stands, without `from` the version before that. Given the other way round they are compared from the earlier to the later all the
 * same. Refuses `not-found` as `listVersions` does, and what is no save of the document.
 */
export async function compareVersions(
  member: Member,
  id: string,
  wanted: { from: string | null; to: string | null },
  state: State,
): Promise<ComparedVersions> {
  const { document, versions } = await listVersions(member, id);
  const latest = versions[0]?.revision ?? 0;
  const one = wanted.to === null || wanted.to === "now" ? latest : await saveAt(id, wanted.to, latest);
  const before = versions.find(({ revision }) => revision < one)?.revision ?? one;
  const other = wanted.from === null ? before : await saveAt(id, wanted.from, latest);
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const between = versions.filter(({ revision }) => revision > from && revision <= to).reverse();
  const [was, is] = await Promise.all([sideOf(id, from, versions), sideOf(id, to, versions)]);
  const authors = await withCities(member, between);
  const texts = await textsBetween(id, from, between, is.text.length, authors.length);
  const compared = await comparison(member, document.kind, { was, is, between: texts }, state);
  const sectionAuthors = (compared.text?.sections ?? []).map(({ by }) => [
    ...new Set(by.flatMap((place) => between[place - 1]?.authors.map((author) => author.id) ?? [])),
  ]);
  return {
    ...compared,
    ...{ document, versions, from, to, authors, sectionAuthors },
    isNow: to === latest,
  };
}

/** The last save up to this number: one that went on meanwhile is gone by its number. */
async function saveAt(documentId: string, address: string, latest: number): Promise<number> {
  const wanted = RevisionInAddress.safeParse(address);
  if (!wanted.success || wanted.data > latest) throw notFound();
  const save = await database().read.documentSave.findFirst({
    where: { documentId, revision: { lte: wanted.data } },
    select: { revision: true },
    orderBy: { revision: "desc" },
  });
  if (!save) throw notFound();
  return save.revision;
}

export interface Said extends ComparedSide {
  text: string;
  facts: unknown;
}

async function sideOf(documentId: string, revision: number, versions: Version[]): Promise<Said> {
  const save = await database().read.documentSave.findUnique({
    where: { documentId_revision: { documentId, revision } },
    select: { title: true, language: true, text: true, facts: true, savedAt: true },
  });
  if (!save) throw notFound();
  const { savedAt, ...said } = save;
  const { named, published } = versions.find((version) => version.revision === revision) ?? {};
  return {
    ...said,
    at: savedAt,
    named: named ? { name: named.name } : null,
    published: published ? { number: published.number } : null,
  };
}

/** Nothing where nothing could be told more exactly by it. */
async function textsBetween(
  documentId: string,
  from: number,
  between: Version[],
  length: number,
  authors: number,
): Promise<string[]> {
  const isTooMuch = between.length > mostBetween || between.length * length > mostOfThem;
  if (authors < 2 || between.length < 2 || isTooMuch) return [];
  const revisions = [from, ...between.map(({ revision }) => revision)];
  const saves = await database().read.documentSave.findMany({
    where: { documentId, revision: { in: revisions } },
    select: { text: true },
    orderBy: { revision: "asc" },
  });
  return saves.map(({ text }) => text);
}

async function withCities(member: Member, between: Version[]): Promise<ComparedAuthor[]> {
  const authors = new Map(between.flatMap((version) => version.authors.map((author) => [author.id, author])));
  const cities = await citiesOfWriters(member, [...authors.keys()]);
  return [...authors.values()].map((author) => ({ ...author, cities: cities.get(author.id) ?? [] }));
}

/** Both texts, and what stands above them, compared and told to this member. */
export async function comparison(
  member: Member,
  kind: DocumentKind,
  { was, is, between }: { was: Said; is: Said; between?: string[] },
  state: State,
): Promise<Comparison> {
  const text = await comparedTexts({ was: was.text, is: is.text, prefix: "", between }, member.language);
  const [before, after] = await Promise.all([was, is].map((side) => stated(member, kind, side, state)));
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const facts =
    isSame || !before || !after
      ? null
      : await comparedTexts({ was: before, is: after, prefix: "facts-" }, member.language);
  return {
    was: sideShown(was),
    is: sideShown(is),
    text: await toldTo(member, text),
    facts: await toldTo(member, facts),
  };
}

function sideShown({ title, language, at, named, published }: Said): ComparedSide {
  return { title, language, at, named, published };
}

async function stated(member: Member, kind: DocumentKind, side: Said, state: State): Promise<object> {
  const facts = factsIn(kind, side.facts);
  return state(facts, await namesIn(member, facts), sideShown(side));
}

/** What no text of ours can hold, since all signs of HTML in it are escaped. */
const parting = "<!-- -->";

/** Links and mentions in it put right, as in every text that is read. */
async function toldTo(member: Member, compared: ComparedTexts | null): Promise<ComparedTexts | null> {
  if (!compared) return null;
  const html = compared.parts.map((part) => part.html).join(parting);
  const told = await withPresentNames(member, await withPresentTitles(member, html));
  const pieces = told.split(parting);
  return { ...compared, parts: compared.parts.map((part, at) => ({ ...part, html: pieces[at] ?? "" })) };
}
