// A box typed behind "- " or "1. ": that item becomes a task, what stands around it stays, and nothing is lost.
import type { Node } from "@tiptap/pm/model";
import { EditorState, type TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { itemToTask } from "~/editor/extensions/item-to-task";
import { toDocument } from "~/text/markdown-to-document";
import { toMarkdown } from "~/text/document-to-markdown";

/** The Markdown after "[x]" or "[ ]" was typed at the mark "§", and the text in which one writes on; null where it makes no task. */
function typedAt(markdown: string, checked = false) {
  const doc = toDocument(markdown);
  const from = placeOf(doc, "§");
  const transaction = EditorState.create({ doc }).tr;
  if (!itemToTask(transaction, { from, to: from + 1 }, checked)) {
    expect(transaction.steps).toEqual([]);
    return null;
  }
  transaction.doc.check();
  const { $from, empty } = transaction.selection as TextSelection;
  expect([empty, $from.parentOffset, $from.node(-1).type.name]).toEqual([true, 0, "taskItem"]);
  return [toMarkdown(transaction.doc).trim(), $from.parent.textContent];
}

function placeOf(doc: Node, sign: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(sign)) place = at + node.text.indexOf(sign);
  });
  return place;
}

test("one item alone becomes a list of one task, ticked where it was typed so", () => {
  expect(typedAt("- §Ask the mayor")).toEqual(["- [ ] Ask the mayor", "Ask the mayor"]);
  expect(typedAt("- §Ask the mayor", true)).toEqual(["- [x] Ask the mayor", "Ask the mayor"]);
});

test("the items before and behind stay items", () => {
  expect(typedAt("- one\n- §two\n- three")).toEqual([
    expect.stringMatching(/^- one\n+[-*] \[ \] two\n+[-*] three$/),
    "two",
  ]);
});

test("numbers go on", () => {
  expect(typedAt("3. three\n4. §four\n5. five")?.[0]).toMatch(/^3\. three\n+4[.)] \[ \] four\n+5[.)] five$/);
});

test("beside tasks it is one of them, and what belongs to the item goes along", () => {
  expect(typedAt("- [ ] one\n\n* §two\n  - below it")?.[0]).toMatch(
    /^- \[ \] one\n+- \[ \] two\n+ {2}- below it$/,
  );
  expect(typedAt("- outer\n  - §inner")).toEqual(["- outer\n  - [ ] inner", "inner"]);
});

test("outside an item's first paragraph it makes no task here", () => {
  expect(typedAt("§Words")).toBe(null);
  expect(typedAt("- one\n\n  §two")).toBe(null);
  expect(typedAt("- [ ] §one")).toBe(null);
  expect(typedAt("> §one")).toBe(null);
  expect(typedAt("- > §one")).toBe(null);
});
