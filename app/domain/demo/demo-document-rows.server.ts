// What one demo document comes to in rows: followed from its beginning through all that happened to it, by the domain's own rules.
import { newId } from "~/platform/id";
import type { DocumentText } from "../access/document-texts";
import { dayOf, type DocumentFacts } from "../documents/document-facts";
import { asJson, linkedIds, topicsOf } from "../documents/kept-aside.server";
import { idOf } from "./demo";
import type { DemoDocument, DemoHappening } from "./demo-document";
import { factsOf, linkedText, type DemoIds } from "./demo-ids";
import { sealed } from "./demo-sealed.server";
import { happen, textRead, timeOf, type DemoRows, type Told } from "./demo-told.server";
import { isOfVisit, visit } from "./demo-visit-rows.server";

/** The rows of a document as they stand after all that happened to it. */
export function rowsOf(demo: DemoDocument, ids: DemoIds): DemoRows {
  const told = begun(demo, ids);
  for (const happening of demo.since ?? []) follow(told, happening);
  keepAside(told, "working", told.rows.document.text, told.facts);
  return told.rows;
}

function begun(demo: DemoDocument, ids: DemoIds): Told {
  const { key, city, by = city, isPrivate = false, title, language, createdOn, translates } = demo;
  const id = idOf(ids.documents, key);
  const keeperId = idOf(ids.people, by);
  const partnershipId = idOf(ids.partnerships, city);
  const { networkId } = ids;
  const at = timeOf(createdOn, 0);
  const facts = factsOf(key, demo.facts, ids);
  const document = {
    id,
    networkId,
    partnershipId,
    kind: facts.kind,
    language,
    title,
    text: linkedText(demo.text, ids),
    facts: asJson(facts),
    day: dayOf(facts),
    revision: 1,
    publications: 0,
    visibility: isPrivate ? "private" : "draft",
    createdById: keeperId,
    responsibleId: keeperId,
    createdAt: at,
    updatedAt: at,
    originalId: translates ? idOf(ids.documents, translates.key) : null,
    followsPublication: translates?.publication ?? null,
  };
  const naming = { documentId: id, personId: keeperId, networkId, level: "writer", namedById: keeperId, at };
  const rows: DemoRows = {
    document,
    saves: [],
    publications: [],
    versions: [],
    namings: isPrivate ? [naming] : [],
    marks: [],
    comments: [],
    topics: [],
    links: [],
    statements: [],
    signOffs: [],
    reflections: [],
    happened: [],
  };
  const told = { demo, ids, id, keeperId, partnershipId, rows, facts };
  keepSave(told, keeperId, at);
  happen(
    told,
    { kind: "document-created", personId: keeperId, subjectId: id, after: { title }, at },
    "working",
  );
  return told;
}

function follow(told: Told, happening: DemoHappening): void {
  const { id, ids, rows } = told;
  const { document } = rows;
  const at = timeOf(happening.on, rows.happened.length);
  const personId = happening.by ? idOf(ids.people, happening.by) : told.keeperId;
  const done = { personId, subjectId: id, at };
  if (isOfVisit(happening)) visit(told, happening, personId, at);
  else if ("saved" in happening) {
    const before = { revision: document.revision ?? 1, title: document.title };
    const { title, text, facts } = happening.saved;
    if (facts) told.facts = factsOf(told.demo.key, facts, ids);
    Object.assign(document, {
      ...(title === undefined ? {} : { title }),
      ...(text === undefined ? {} : { text: linkedText(text, ids) }),
      facts: asJson(told.facts),
      day: dayOf(told.facts),
      revision: before.revision + 1,
      updatedAt: at,
    });
    keepSave(told, personId, at);
    const after = { revision: before.revision + 1, title: document.title };
    happen(told, { kind: "document-saved", ...done, before, after }, "working");
  } else if ("versioned" in happening) name(told, happening.versioned, personId, at);
  else if ("opened" in happening) {
    const before = { visibility: document.visibility ?? "draft" };
    document.visibility = happening.opened;
    const after = { visibility: happening.opened, title: document.title };
    happen(told, { kind: "document-shared", ...done, before, after }, "working");
  } else if ("published" in happening) publish(told, happening.published, personId, at);
  else if ("named" in happening) {
    const { account, as: level } = happening.named;
    const { networkId } = ids;
    const named = idOf(ids.people, account);
    rows.namings.push({ documentId: id, personId: named, networkId, level, namedById: personId, at });
    const change = { before: { level: null }, after: { level } };
    happen(told, { kind: "document-named", personId, subjectId: named, at, ...change }, "working");
  } else if ("remarked" in happening) {
    const parentId = remark(told, { personId, at, text: happening.remarked, parentId: null });
    for (const { on, by, text } of happening.answers ?? [])
      remark(told, {
        personId: by ? idOf(ids.people, by) : told.keeperId,
        at: timeOf(on, rows.happened.length),
        text,
        parentId,
      });
  } else mark(told, happening.marked, personId, at);
}

function name(told: Told, called: string, namedById: string, namedAt: Date): void {
  const { id, ids, rows } = told;
  const save = rows.saves.at(-1);
  if (!save) throw new Error(`${told.demo.key} has no version to be named`);
  rows.versions.push(sealed(save, { networkId: ids.networkId, name: called, namedById, namedAt }));
  const change = { before: { name: null }, after: { name: called, revision: save.revision } };
  const done = { personId: namedById, subjectId: id, at: namedAt };
  happen(told, { kind: "version-named", ...done, ...change }, "working");
}

function publish(told: Told, visibility: string, personId: string, at: Date): void {
  const { id, rows, facts } = told;
  const { document } = rows;
  const { title, text, language, revision = 1 } = document;
  const before = {
    revision: document.publishedRevision ?? null,
    visibility: document.publishedVisibility ?? null,
  };
  const number = rows.publications.length + 1;
  rows.publications.push({
    documentId: id,
    number,
    revision,
    visibility,
    publishedById: personId,
    publishedAt: at,
  });
  Object.assign(document, {
    publications: number,
    publishedVisibility: visibility,
    publishedTitle: title,
    publishedText: text,
    publishedLanguage: language,
    publishedFacts: asJson(facts),
    publishedDay: dayOf(facts),
    publishedRevision: revision,
    publishedAt: at,
    publishedById: personId,
  });
  keepAside(told, "published", text, facts);
  const after = { revision, title, visibility };
  happen(told, { kind: "document-published", personId, subjectId: id, at, before, after }, "published");
}

function remark(
  told: Told,
  { personId, at, text, parentId }: { personId: string; at: Date; text: string; parentId: string | null },
): string {
  const { id: documentId, ids, rows } = told;
  const id = newId();
  const madeOn = textRead(told);
  rows.comments.push({
    id,
    networkId: ids.networkId,
    documentId,
    parentId,
    madeOn,
    authorId: personId,
    text: linkedText(text, ids),
    createdAt: at,
  });
  happen(told, { kind: "comment-added", personId, subjectId: id, at }, madeOn);
  return id;
}

type Marked = Extract<DemoHappening, { marked: unknown }>["marked"];

function mark(told: Told, { city, element, state, reason }: Marked, personId: string, at: Date): void {
  const { demo, ids, id: documentId, rows, facts } = told;
  const partnershipId = idOf(ids.partnerships, city);
  const elementId = idOf(ids.elements, `${demo.key} ${element}`);
  const markedOn = at.toISOString().slice(0, 10);
  const { networkId } = ids;
  const said = { state, reason, markedOn };
  rows.marks.push({ documentId, elementId, partnershipId, networkId, ...said, markedById: personId, at });
  const elements = facts.kind === "good-practice" ? facts.elements : [];
  const name = elements.find(({ id }) => id === elementId)?.name ?? "";
  const after = { element: name, ...said, markedFor: partnershipId };
  happen(told, { kind: "element-marked", personId, subjectId: documentId, at, after }, textRead(told));
}

function keepSave({ id, rows: { document, saves } }: Told, savedById: string, savedAt: Date): void {
  const { revision = 1, title, text, language, facts = {} } = document;
  saves.push({ documentId: id, revision, title, text, language, facts, savedById, savedAt });
}

function keepAside({ id, ids, rows }: Told, of: DocumentText, text: string, facts: DocumentFacts): void {
  const { networkId } = ids;
  const topics = topicsOf(facts).map((topic) => ({ documentId: id, networkId, of, ...topic }));
  const linked = linkedIds({ text, facts }).filter((toId) => toId !== id);
  rows.topics = [...rows.topics.filter((one) => one.of !== of), ...topics];
  rows.links = [
    ...rows.links.filter((one) => one.of !== of),
    ...linked.map((toId) => ({ fromId: id, of, toId })),
  ];
}
