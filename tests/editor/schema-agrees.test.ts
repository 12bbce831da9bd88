// The editor's schema and the one of server and exports are the same: a difference would delete what others wrote.
import { getSchema } from "@tiptap/core";
import type { MarkType, NodeType, Schema } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import { documentNodes } from "~/editor/extensions/document-nodes";
import { documentSchema } from "~/text/document-schema";

const editors: Schema = getSchema(documentNodes());
const shared: Schema = documentSchema;

test("there are the same nodes and the same marks, marks in the same order", () => {
  expect(Object.keys(editors.nodes).sort()).toEqual(Object.keys(shared.nodes).sort());
  expect(Object.keys(editors.marks)).toEqual(Object.keys(shared.marks));
  expect(editors.topNodeType.name).toBe(shared.topNodeType.name);
});

describe.each(Object.keys(shared.nodes))("the node %s", (name) => {
  test("holds the same, with the same attributes", () => {
    expect(nodeSaid(editors, name)).toEqual(nodeSaid(shared, name));
  });
});

describe.each(Object.keys(shared.marks))("the mark %s", (name) => {
  test("says the same, and stands beside the same marks", () => {
    expect(markSaid(editors, name)).toEqual(markSaid(shared, name));
  });
});

function nodeSaid(schema: Schema, name: string) {
  const type = schema.nodes[name] as NodeType;
  const { group, atom, inline, selectable, code, defining, isolating, tableRole, linebreakReplacement } =
    type.spec;
  return {
    content: (type.spec.content ?? "").replace(/\s+/g, " "),
    group: group?.split(" ").sort(),
    attributes: attributes(type),
    marks: Object.values(schema.marks)
      .filter((mark) => type.allowsMarkType(mark))
      .map((mark) => mark.name),
    atom: Boolean(atom),
    inline: Boolean(inline ?? name === "text"),
    selectable: selectable ?? true,
    code: Boolean(code),
    defining: Boolean(defining),
    isolating: Boolean(isolating),
    tableRole,
    linebreakReplacement: Boolean(linebreakReplacement),
    fillsItself: type.createAndFill()?.toJSON() as unknown,
  };
}

function markSaid(schema: Schema, name: string) {
  const type = schema.marks[name] as MarkType;
  return {
    attributes: attributes(type),
    inclusive: type.spec.inclusive ?? true,
    code: Boolean(type.spec.code),
    excludes: Object.values(schema.marks)
      .filter((other) => type.excludes(other))
      .map((other) => other.name),
  };
}

/** Names and defaults; that there is a default at all is part of it. */
function attributes(type: NodeType | MarkType) {
  return Object.fromEntries(
    Object.entries(type.spec.attrs ?? {})
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([attribute, { default: value }]) => [attribute, { default: value as unknown }]),
  );
}
