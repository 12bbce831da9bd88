// What stands above a text that is written together: title, language and facts, saved by themselves, field by field.
import { isDeepStrictEqual } from "node:util";
import { inTurn } from "~/platform/in-turn";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, invalid } from "../refusal";
import type { DocumentFacts } from "./document-facts";
import { factsIn } from "./document-facts";
import type { SaveHead } from "./document-orders";
import { asJson } from "./kept-aside.server";
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
 * Saves title, language and facts; the text stays what it is. What others changed since `base` stands, where the writer left it alone.
 * Refuses `invalid` facts that name what is not of the network, or documents that the member may not read; `conflict` (with what stands)
 * where both changed the same field to different things.
 */
export async function saveHead(member: Member, id: string, order: SaveHead): Promise<SavedHead> {
  return inTurn(textTurn(id), () =>
    change(async (transaction, record) => {
      const document = await writable(transaction, member, id);
      const { kind, title, language, text, revision } = document;
      const standing: Head = { title, language, facts: factsIn(kind, document.facts) };
      const [wanted, base] = [order, order.base].map(({ facts = standing.facts, ...head }): Head => {
        if (facts.kind !== kind) throw invalid("form", "malformed");
        // As they are read when they stand: what was left empty is left out.
        return { title: head.title, language: head.language, facts: factsIn(kind, asJson(facts)) };
      }) as [Head, Head];
      const merged = mergedHead(base, standing, wanted);
      if (!merged) throw conflict(await standingText(transaction, document, revision));
      const isMerged = !isDeepStrictEqual(merged, wanted);
      if (isDeepStrictEqual(merged, standing)) return { revision, isMerged };
      await judgeNamed(transaction, member, merged.facts, standing.facts, id);
      const saved = await keepRevision(transaction, record, document, { ...merged, text }, member.personId);
      return { ...saved, isMerged };
    }),
  );
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
