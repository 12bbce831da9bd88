/** For every text there is: the renderer answers, and its HTML is well-formed and holds only what is allowed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "~/text/plain";
import { asTyped, renderMarkdown } from "~/text/render";
import { problemsOf } from "./allowed";
import { markup } from "./any-markup";
import { hostileTexts } from "./hostile";
import { hostileCases } from "./xss-cases";

const options = fc.record(
  {
    idPrefix: fc.constantFrom("", "c42-"),
    topHeading: fc.integer({ min: 2, max: 6 }),
    lineBreaks: fc.boolean(),
    tableLabel: fc.string(),
    footnotesLabel: fc.string(),
    footnoteLabel: fc.string(),
    backLabel: fc.string(),
  },
  { requiredKeys: [] },
);

test("any text becomes well-formed HTML of allowed elements, attributes and addresses", () => {
  fc.assert(
    fc.property(fc.oneof(markup, fc.string({ unit: "binary" })), options, (text, chosen) => {
      const { html, outline } = renderMarkdown(text, chosen);
      expect(problemsOf(html)).toEqual([]);
      for (const { id } of outline) expect(html).toContain(` id="${id}"`);
    }),
    { numRuns: 3_000 },
  );
});

test("ids are unique in any text", () => {
  fc.assert(
    fc.property(markup, (text) => {
      const ids = [...renderMarkdown(text).html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1_000 },
  );
});

test("two hostile pieces side by side are no worse than each alone", () => {
  const inputs = fc.constantFrom(...hostileCases().map(({ input }) => input.slice(0, 2_000)));
  fc.assert(
    fc.property(
      inputs,
      inputs,
      fc.constantFrom("", "\n", "\n\n", "> ", "- [ ] ", "|", "[", "](", "`"),
      (one, other, between) => {
        expect(problemsOf(renderMarkdown(one + between + other).html)).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test("texts built to be slow are laid out as cleanly as others", () => {
  for (const [name, build] of Object.entries(hostileTexts)) {
    expect(problemsOf(renderMarkdown(build(5_000)).html), name).toEqual([]);
  }
});

test("any text can be shown as it was typed, and told in a few words", () => {
  fc.assert(
    fc.property(markup, fc.integer({ min: 1, max: 300 }), (text, length) => {
      expect(problemsOf(asTyped(text).html)).toEqual([]);
      const words = plainText(text, length);
      expect(words.length).toBeLessThanOrEqual(length + 1);
      expect(words).not.toMatch(/[\n\r\t]/);
    }),
    { numRuns: 1_000 },
  );
});
