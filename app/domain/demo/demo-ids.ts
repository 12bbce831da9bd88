// The ids that stand in the tables for the keys by which the demo data name things, and the facts and links written with them.
import { factsIn, type DocumentFacts } from "../documents/document-facts";
import { idOf } from "./demo";
import type { DemoFacts } from "./demo-document";

export interface DemoIds {
  networkId: string;
  slug: string;
  people: Map<string, string>;
  /** By their city. */
  partnerships: Map<string, string>;
  /** By their name. */
  phases: Map<string, string>;
  documents: Map<string, string>;
  /** By the key of their practice, a space, and their own. */
  elements: Map<string, string>;
}

/** The facts as the domain keeps them: ids where the demo has keys, and what nobody stated as not known. */
export function factsOf(key: string, facts: DemoFacts, ids: DemoIds): DocumentFacts {
  switch (facts.kind) {
    case "good-practice": {
      const elements = (facts.elements ?? []).map((element) => ({
        ...element,
        id: idOf(ids.elements, `${key} ${element.id}`),
      }));
      return factsIn(facts.kind, { ...facts, elements });
    }
    case "visit-note": {
      const { phaseId, experts = [], linked = [] } = facts;
      return factsIn(facts.kind, {
        ...facts,
        phaseId: phaseId ? idOf(ids.phases, phaseId) : "",
        experts: experts.map((account) => idOf(ids.people, account)),
        linked: linked.map((document) => idOf(ids.documents, document)),
      });
    }
    case "diary-entry": {
      const { learnedFrom } = facts;
      return factsIn(facts.kind, {
        ...facts,
        learnedFrom: learnedFrom ? idOf(ids.partnerships, learnedFrom) : "",
      });
    }
    default:
      return factsIn(facts.kind, facts);
  }
}

/** The text with the addresses of the documents that it names by `demo:` and a key, and of the people by `demo:person:` and their account. */
export function linkedText(text: string, { slug, documents, people }: DemoIds): string {
  const named = text.replace(
    /\]\(demo:person:([a-z0-9-]+)\)/gu,
    (_, account: string) => `](/people/${idOf(people, account)})`,
  );
  return named.replace(
    /\]\(demo:([a-z0-9-]+)\)/gu,
    (_, key: string) => `](/networks/${slug}/documents/${idOf(documents, key)})`,
  );
}
