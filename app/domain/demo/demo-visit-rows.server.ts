// What stands beside a demo visit note in rows: replies, additions, signatures that seal it, and shared reflections.
import { newId } from "~/platform/id";
import { visitSides } from "../visits/visit";
import type { DemoHappening, OfVisit } from "./demo-document";
import { linkedText } from "./demo-ids";
import { happen, textRead, type Told } from "./demo-told.server";

export function isOfVisit(happening: DemoHappening): happening is Extract<DemoHappening, OfVisit> {
  return ["replied", "added", "signed", "reflected"].some((key) => key in happening);
}

/** Writes it as the domain would have; what the domain refuses is a mistake in the demo. */
export function visit(told: Told, happening: OfVisit, personId: string, at: Date): void {
  if ("signed" in happening) sign(told, happening.signed, personId, at);
  else if ("reflected" in happening) reflect(told, happening.reflected, personId, at);
  else if ("replied" in happening) state(told, "reply", happening.replied, personId, at);
  else if (told.rows.document.sealedAt) state(told, "addition", happening.added, personId, at);
  else throw new Error(`${told.demo.key} is added to before both sides have signed it`);
}

function state(told: Told, kind: "reply" | "addition", text: string, authorId: string, at: Date): void {
  const { id: documentId, ids, rows } = told;
  const { networkId } = ids;
  const id = newId();
  rows.statements.push({ id, networkId, documentId, kind, text: linkedText(text, ids), authorId, at });
  const happened = kind === "reply" ? ("visit-replied" as const) : ("visit-added-to" as const);
  happen(told, { kind: happened, personId: authorId, subjectId: id, at }, textRead(told));
}

function sign(told: Told, side: (typeof visitSides)[number], personId: string, at: Date): void {
  const { id: documentId, rows } = told;
  const { revision = 1, publishedRevision } = rows.document;
  rows.signOffs = rows.signOffs.filter((one) => one.side !== side);
  rows.signOffs.push({ documentId, side, revision, personId, at });
  const isSealed = rows.signOffs.filter((one) => one.revision === revision).length === visitSides.length;
  if (isSealed) rows.document.sealedAt = at;
  const kind = isSealed ? ("visit-sealed" as const) : ("visit-signed" as const);
  const row = { kind, personId, subjectId: documentId, after: { side, revision }, at };
  happen(told, row, publishedRevision === revision ? "published" : "working");
}

function reflect(told: Told, text: string, authorId: string, at: Date): void {
  const { id: documentId, ids, rows } = told;
  const { networkId } = ids;
  const id = newId();
  rows.reflections.push({ id, networkId, documentId, authorId, text, updatedAt: at, sharedAt: at });
  // That it was kept is told to its writer alone, as everywhere.
  const kept = {
    kind: "reflection-kept",
    personId: authorId,
    networkId,
    reach: "person",
    subjectId: id,
  } as const;
  rows.happened.push({ ...kept, at });
  happen(told, { kind: "reflection-shared", personId: authorId, subjectId: id, at }, "working");
}
