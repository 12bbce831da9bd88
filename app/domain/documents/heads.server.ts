// What stands above a text that is written together: title, language and facts, saved by themselves, field by field.
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, invalid } from "../refusal";
import type { DocumentFacts } from "./document-facts";
import { factsIn } from "./document-facts";
import type { SaveHead } from "./document-orders";
import { judgeNamed } from "./named-in-facts.server";
import { standingText, writable } from "./one-document.server";
import { textTurn } from "./text-turn";
import { keepRevision } from "./revisions.server";

interface Head {
  title: string;
  language: string;
  facts: DocumentFacts;
}

export interface SavedHead {
  revision: number;
  /** Others changed something else of it meanwhile, which stands as well. */
  isMerged: boolean;
}

/**
 * Saves title, language and facts; the text stays what it is. What others changed since the revision the writer started from stands, where
 * the writer left it alone. Refuses `invalid` facts that name what is not of the network, or documents that the member may not read;
 * `conflict` (with what stands) where both changed the same field to different things.
 */
export async function saveHead(member: Member, id: string, order: SaveHead): Promise<SavedHead> {
  return inTurn(textTurn(id), () =>
    change(async (transaction, record) => {
      const document = await writable(transaction, member, id);
      const { kind, title, language, text, revision } = document;
      if (order.facts && order.facts.kind !== kind) throw invalid("form", "malformed");
      const standing: Head = { title, language, facts: factsIn(kind, document.facts) };
      const wanted: Head = {
        title: order.title,
        language: order.language,
        facts: order.facts ?? standing.facts,
      };
      const base =
        revision === order.revision ? standing : await headAt(transaction, { id, kind }, order.revision);
      const merged = base && mergedHead(base, standing, wanted);
      if (!merged) throw conflict(await standingText(transaction, document, revision));
      const isMerged = !isDeepStrictEqual(merged, wanted);
      if (isDeepStrictEqual(merged, standing)) return { revision, isMerged };
      await judgeNamed(transaction, member, merged.facts, standing.facts, id);
      const saved = await keepRevision(transaction, record, document, { ...merged, text }, member.personId);
      return { ...saved, isMerged };
    }),
  );
}

/** Where somebody writes on, a save goes on as that of a later revision, with the same head: the first one from there on has it. */
async function headAt(
  transaction: Transaction,
  { id: documentId, kind }: { id: string; kind: Parameters<typeof factsIn>[0] },
  revision: number,
): Promise<Head | null> {
  const save = await transaction.documentSave.findFirst({
    where: { documentId, revision: { gte: revision } },
    select: { title: true, language: true, facts: true },
    orderBy: { revision: "asc" },
  });
  return save && { ...save, facts: factsIn(kind, save.facts) };
}

/** Null where somebody else and the writer made different things of the same field. */
function mergedHead(base: Head, standing: Head, wanted: Head): Head | null {
  const head = merged({ ...base }, { ...standing }, { ...wanted }, ["facts"]);
  const facts = merged({ ...base.facts }, { ...standing.facts }, { ...wanted.facts });
  return head && facts && ({ ...head, facts } as unknown as Head);
}

type Fields = Record<string, unknown>;

function merged(base: Fields, standing: Fields, wanted: Fields, except: string[] = []): Fields | null {
  const both: Fields = {};
  for (const name of new Set([...Object.keys(standing), ...Object.keys(wanted)])) {
    if (except.includes(name)) continue;
    const [was, is, shallBe] = [base[name], standing[name], wanted[name]];
    if (isDeepStrictEqual(was, shallBe)) both[name] = is;
    else if (isDeepStrictEqual(was, is) || isDeepStrictEqual(is, shallBe)) both[name] = shallBe;
    else return null;
  }
  return both;
}
