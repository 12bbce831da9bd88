/** Whatever the schema allows is written as Markdown and read again as the same document. */
import type { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settled } from "~/text/document-loss";
import { toMarkdown } from "~/text/document-to-markdown";
import { toDocument } from "~/text/markdown-to-document";
import { markup } from "./any-markup";
import { anyDocument, wildDocument } from "./any-document";

// The same in every run; another one looks further: SEED=… RUNS=…
const seed = Number(process.env.SEED ?? 336731988);
const numRuns = Number(process.env.RUNS ?? 1_500);
console.info(`SEED=${seed}`);

function comesBack(document: Node): void {
  document.check();
  const kept = settled(document).document;
  kept.check();
  const markdown = toMarkdown(document);
  expect(toDocument(markdown).toJSON(), markdown).toEqual(kept.toJSON());
  expect(settled(kept)).toEqual({ document: kept, losses: [] });
}

test("any document comes back from its Markdown as it was settled", () => {
  fc.assert(fc.property(anyDocument, comesBack), { seed, numRuns });
});

test("so does one with what Markdown cannot say", () => {
  fc.assert(fc.property(wildDocument, comesBack), { seed, numRuns });
});

test("any text becomes a document that comes back from its Markdown, and without losses", () => {
  fc.assert(
    fc.property(fc.oneof(markup, fc.string({ unit: "binary" })), (text) => {
      const document = toDocument(text);
      comesBack(document);
      expect(settled(document).losses).toEqual([]);
    }),
    { seed, numRuns },
  );
});
