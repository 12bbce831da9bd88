// The demo documents are what the domain itself would have written: its orders take them, its readers read them, every kind, every state.
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { listComments } from "~/domain/comments/threads.server";
import { loadDemo } from "~/domain/demo/demo.server";
import { documentKinds, publishedVisibilities, workingVisibilities } from "~/domain/documents/document";
import { dayOf } from "~/domain/documents/document-facts";
import { Facts } from "~/domain/documents/document-facts-orders";
import { CreateDocument } from "~/domain/documents/document-orders";
import { elementStates } from "~/domain/documents/element-mark";
import { practiceElements } from "~/domain/documents/element-marks.server";
import { linkedIds, topicsOf } from "~/domain/documents/kept-aside.server";
import { readDocument } from "~/domain/documents/reading.server";
import { readVisit } from "~/domain/visits/reading.server";
import { database } from "~/platform/db.server";
import { digiPlace } from "../../../prisma/demo/digiplace/network";
import { techRevolution } from "../../../prisma/demo/tech-revolution/network";
import { outcome } from "../../support/outcome";
import { world } from "../../support/world";

await world();
await loadDemo();
const { read } = database();

const documents = await read.document.findMany({
  include: {
    saves: { orderBy: { revision: "asc" } },
    publishings: { orderBy: { number: "asc" } },
    topics: true,
    links: true,
    named: true,
    marks: true,
    comments: true,
    original: true,
    network: { select: { slug: true } },
    activities: { orderBy: { position: "asc" } },
  },
});
type Found = (typeof documents)[number];

const titled = (title: string): Found => {
  const found = documents.find((document) => document.title === title);
  if (!found) throw new Error(`${title} is not there`);
  return found;
};

const member = async (account: string, slug: string) =>
  memberOf(await read.person.findUniqueOrThrow({ where: { email: `${account}@demo.torg` } }), slug);

test("there is every kind, every way to be read, every mark, and something in each of the five languages", () => {
  const of = (values: Array<string | null>) => new Set(values);
  expect([...of(documents.map(({ kind }) => kind))].sort()).toEqual([...documentKinds].sort());
  expect([...of(documents.map(({ visibility }) => visibility))].sort()).toEqual(
    [...workingVisibilities].sort(),
  );
  const published = of(documents.map(({ publishedVisibility }) => publishedVisibility));
  for (const one of publishedVisibilities) expect(published).toContain(one);
  for (const language of ["en", "lt", "lv", "ro", "it"])
    expect(documents.filter((document) => document.language === language).length).toBeGreaterThan(1);
  const states = of(documents.flatMap(({ marks }) => marks.map(({ state }) => state)));
  expect([...states].sort()).toEqual([...elementStates].sort());
});

test("what a document says, its orders would have taken, and it is not too short nor too long to try Torg with", () => {
  for (const { title, kind, language, partnershipId, text, facts } of documents) {
    const taken = CreateDocument.safeParse({ title, kind, language, partnershipId, text, facts });
    expect([title, taken.error?.issues ?? []]).toEqual([title, []]);
    expect(taken.data?.facts).toEqual(facts);
    const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
    expect([title, words >= 100 && words <= 600]).toEqual([title, true]);
  }
});

test("every save, publication, topic and link stands where the domain keeps it", () => {
  for (const document of documents) {
    const { title, saves, publishings, text } = document;
    const facts = Facts.parse(document.facts);
    expect([title, saves.map(({ revision }) => revision)]).toEqual([
      title,
      saves.map((_, index) => index + 1),
    ]);
    expect(saves.at(-1)).toMatchObject({ revision: document.revision, title, text, facts: document.facts });
    expect(publishings.map(({ number }) => number)).toEqual(publishings.map((_, index) => index + 1));
    expect(document.publications).toBe(publishings.length);
    const last = publishings.at(-1);
    expect(document.publishedRevision).toBe(last?.revision ?? null);
    expect(document.publishedVisibility).toBe(last?.visibility ?? null);
    const published = saves.find(({ revision }) => revision === last?.revision);
    expect(document.publishedText).toBe(published?.text ?? null);
    expect(document.day).toBe(dayOf(facts));
    expect(text).not.toContain("demo:");
    const aside = (of: string) => [
      document.topics
        .filter((one) => one.of === of)
        .map(({ topic }) => topic)
        .sort(),
      document.links
        .filter((one) => one.of === of)
        .map(({ toId }) => toId)
        .sort(),
    ];
    const said = (words: { text: string; facts: unknown } | undefined) => {
      const known = words && { text: words.text, facts: Facts.parse(words.facts) };
      return known
        ? [
            topicsOf(known.facts)
              .map(({ topic }) => topic)
              .sort(),
            linkedIds(known).sort(),
          ]
        : [[], []];
    };
    expect([title, aside("working")]).toEqual([title, said(saves.at(-1))]);
    expect([title, aside("published")]).toEqual([title, said(published)]);
  }
});

test("a text links only to what was there when it was saved", () => {
  const begun = new Map(documents.map(({ id, createdAt }) => [id, createdAt.getTime()]));
  for (const { title, saves } of documents)
    for (const { text, facts, savedAt } of saves)
      for (const id of linkedIds({ text, facts: Facts.parse(facts) }))
        expect([title, (begun.get(id) ?? Infinity) <= savedAt.getTime()]).toEqual([title, true]);
});

test("what happened to a document is told in its order, each time to those who may read that text", () => {
  for (const {
    title,
    visibility,
    createdById,
    named,
    activities,
    comments,
    saves,
    publishings,
    marks,
  } of documents) {
    const counted = (kind: string) => activities.filter((row) => row.kind === kind).length;
    expect([title, activities[0]?.kind, activities[0]?.personId]).toEqual([
      title,
      "document-created",
      createdById,
    ]);
    expect(counted("document-saved")).toBe(saves.length - 1);
    expect(counted("document-published")).toBe(publishings.length);
    expect(counted("comment-added")).toBe(comments.length);
    expect(counted("element-marked")).toBe(marks.length);
    const others = named.filter(({ personId, namedById }) => personId !== namedById);
    expect(counted("document-named")).toBe(others.length);
    for (const { kind, reach, documentId } of activities) {
      if (kind === "document-published") expect(reach).toBe("published");
      if (visibility === "private") expect([kind, reach, documentId !== null]).toEqual([kind, "named", true]);
    }
    if (visibility === "private") expect(named.map(({ personId }) => personId)).toEqual([createdById]);
  }
});

test("Barnsley's practice is public, Alytus's Lithuanian translation is one publication behind, and its elements are marked", async () => {
  const practice = titled("A digitalisation strategy for a former industrial town");
  const translation = titled("Buvusio pramonės miesto skaitmeninimo strategija");
  expect(practice).toMatchObject({ publishedVisibility: "public", publications: 2 });
  expect(translation).toMatchObject({ language: "lt", originalId: practice.id, followsPublication: 1 });
  const { matrix } = await practiceElements(await member("novska", "techrevolution"), practice.id);
  expect(matrix.cities.map(({ name }) => name)).toEqual(["Alytus", "Novska", "Roeselare", "Rzeszów"]);
  expect(matrix.elements).toHaveLength(4);
  for (const [index] of matrix.cities.entries())
    expect(matrix.elements.some(({ marks }) => marks[index]?.reason)).toBe(true);
});

test("the visit to Botoșani names both experts and was opened to the network; the expert's own questions are theirs alone", async () => {
  const visit = titled("Vizita experților la Botoșani, 23–24 ianuarie 2020");
  expect(visit).toMatchObject({ kind: "visit-note", day: "2020-01-23", visibility: "network" });
  expect(visit.named).toHaveLength(2);
  const questions = titled("Before the visit: questions to Botoșani");
  expect((await readDocument(await member("messina", "digiplace"), visit.id)).text).toBe("working");
  expect((await readDocument(await member("lead-expert", "digiplace"), questions.id)).text).toBe("working");
  for (const account of ["messina", "botosani", "ad-hoc-expert", "observer"])
    expect([account, await outcome(readDocument(await member(account, "digiplace"), questions.id))]).toEqual([
      account,
      "not-found",
    ]);
});

test("the visit note has the city's reply, both signatures of one text and an addition since; the lead expert shares a reflection", async () => {
  const { id, sealedAt, revision, activities } = titled("Vizita experților la Botoșani, 23–24 ianuarie 2020");
  const visit = await readVisit(await member("messina", "digiplace"), id, "working");
  expect(visit.signatures).toMatchObject([
    { side: "city", isCurrent: true },
    { side: "expert", isCurrent: true },
  ]);
  expect(visit.revision).toBe(revision);
  expect(sealedAt).not.toBeNull();
  expect(visit.sealedAt).toEqual(sealedAt);
  expect(visit.reply?.author.name).toBe("Project officer, Botoșani");
  expect(visit.reply?.html).toContain("href");
  expect(visit.additions).toHaveLength(1);
  for (const { at } of visit.additions) expect(at > (sealedAt ?? at)).toBe(true);
  expect(visit.shared.map(({ author }) => author.name)).toEqual(["Lead expert"]);
  const kinds = activities.map(({ kind }) => kind).filter((kind) => /^(?:visit|reflection)-/.test(kind));
  expect(kinds).toEqual([
    ...["visit-replied", "visit-signed", "visit-sealed", "reflection-shared", "visit-added-to"],
  ]);
  const kept = await read.activity.findMany({ where: { kind: "reflection-kept" } });
  expect(kept).toMatchObject([{ reach: "person", documentId: null, partnershipId: null }]);
});

test("whoever remarked, marked or translated could do so", async () => {
  for (const { network, id, comments } of documents)
    for (const { authorId, text } of comments) {
      const author = await read.person.findUniqueOrThrow({ where: { id: authorId } });
      const seen = await listComments(await memberOf(author, network.slug), id);
      const all = seen.flatMap((thread) => [thread, ...thread.answers]);
      expect([text, all.some((one) => one.source === text)]).toEqual([text, true]);
    }
  const written = [...techRevolution.documents, ...digiPlace.documents];
  expect(documents).toHaveLength(written.length);
});
