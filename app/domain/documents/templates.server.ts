// The templates of a network: Torg's own until its lead partner changes them, by kind of document and language of the text.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { asWhileOpen, can, demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, forbidden } from "../refusal";
import { mayBegin } from "./beginning";
import type { DocumentKind } from "./document";
import { defaultTemplate } from "./default-templates/default-template";
import { textFromTemplate, type TemplateAsItStands, type TemplateSection } from "./template";
import type { ResetTemplate, SaveTemplate } from "./template-orders";

/** The text a document of this kind begins with in this language: headings only. Refuses `forbidden` who may begin none. */
export async function textToBegin(member: Member, kind: DocumentKind, language: string): Promise<string> {
  if (!mayBegin(member, kind)) throw forbidden();
  return textFromTemplate((await guidanceFor(member, kind, language)).sections);
}

/**
 * The headings and what belongs under each, for whoever writes in a document of this kind and has been judged for that; a template
 * is no secret inside its network.
 */
export async function guidanceFor(
  member: Member,
  kind: DocumentKind,
  language: string,
): Promise<{ language: string; sections: TemplateSection[] }> {
  demand(member, "see-network");
  const { language: given, sections } = await standing(database().read, member, kind, language);
  return { language: given, sections };
}

export interface TemplateToRead extends TemplateAsItStands {
  /** Of the sections: English where neither Torg nor the network has any in the language asked for. */
  language: string;
  mayEdit: boolean;
  /** The languages in which the network has changed the template of this kind. */
  changedIn: string[];
}

/**
 * A template for whoever may begin documents or change templates, also where the network is closed or archived: then to read. Refuses
 * `forbidden` everybody else.
 */
export async function readTemplate(
  member: Member,
  kind: DocumentKind,
  language: string,
): Promise<TemplateToRead> {
  const mayEdit = can(member, "manage-network");
  const reader = asWhileOpen(member);
  if (!can(reader, "manage-network") && !mayBegin(reader)) throw forbidden();
  const { read } = database();
  const rows = await read.template.findMany({
    where: { networkId: member.network.id, kind },
    select: { language: true, sections: true },
  });
  return {
    ...(await standing(read, member, kind, language)),
    mayEdit,
    changedIn: rows.flatMap((row) => (sectionsIn(row.sections).length > 0 ? [row.language] : [])),
  };
}

/**
 * Sets the sections of a kind in a language, for documents begun from now on. What is the same already changes nothing. Refuses
 * `conflict`, with the template that stands, when somebody changed it since.
 */
export async function saveTemplate(member: Member, order: SaveTemplate): Promise<{ revision: number }> {
  return put(member, order, order.sections);
}

/** Goes back to Torg's own. Refuses as saving does; where nothing was changed, nothing happens. */
export async function resetTemplate(member: Member, order: ResetTemplate): Promise<{ revision: number }> {
  return put(member, order, []);
}

/** An empty list stands for Torg's own: the row and its revision stay, so that an older form still meets what came after it. */
async function put(
  member: Member,
  { kind, language, revision: from }: ResetTemplate,
  sections: TemplateSection[],
): Promise<{ revision: number }> {
  demand(member, "manage-network");
  return change(async (transaction, record) => {
    const before = await standing(transaction, member, kind, language);
    const isReset = sections.length === 0;
    const isSame =
      before.isTorgsOwn === isReset &&
      (isReset || JSON.stringify(before.sections) === JSON.stringify(sections));
    if (isSame) return { revision: before.revision };
    if (before.revision !== from) throw conflict(before satisfies TemplateAsItStands);
    const revision = before.revision + 1;
    const networkId = member.network.id;
    const written = {
      sections: sections.map(({ heading, guidance }) => ({ heading, guidance })),
      revision,
      updatedById: member.personId,
      updatedAt: now(),
    };
    await transaction.template.upsert({
      where: { networkId_kind_language: { networkId, kind, language } },
      update: written,
      create: { networkId, kind, language, ...written },
    });
    await record({
      kind: isReset ? "template-reset" : "template-changed",
      personId: member.personId,
      networkId,
      subjectId: networkId,
      before: { kind, language, revision: before.revision, headings: headingsOf(before.sections) },
      after: { kind, language, revision, headings: headingsOf(sections) },
      audience: [{ room: "network", networkId }],
    });
    return { revision };
  });
}

type Reading = Pick<Transaction, "template">;

/** The network's own sections; without any, Torg's own; without these, the English ones by the same rule. */
async function standing(
  read: Reading,
  member: Member,
  kind: DocumentKind,
  language: string,
): Promise<TemplateAsItStands & { language: string }> {
  const row = await read.template.findUnique({
    where: { networkId_kind_language: { networkId: member.network.id, kind, language } },
    select: { sections: true, revision: true, updatedAt: true, updatedBy: { select: { name: true } } },
  });
  const own = sectionsIn(row?.sections);
  const known = {
    revision: row?.revision ?? 0,
    changedBy: row?.updatedBy.name ?? null,
    changedAt: row?.updatedAt ?? null,
  };
  if (own.length > 0) return { ...known, sections: own, isTorgsOwn: false, language };
  const torgs = defaultTemplate(kind, language);
  if (torgs) return { ...known, sections: torgs, isTorgsOwn: true, language };
  const english = await standing(read, member, kind, "en");
  return { ...known, sections: english.sections, isTorgsOwn: true, language: "en" };
}

function sectionsIn(kept: unknown): TemplateSection[] {
  return Array.isArray(kept) ? (kept as TemplateSection[]) : [];
}

function headingsOf(sections: readonly TemplateSection[]): string[] {
  return sections.map(({ heading }) => heading);
}
