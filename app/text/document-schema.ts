// What a document that several people write may hold: one schema for server, editor and exports, made without a browser.
import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from "@tiptap/pm/model";

/**
 * The number of this schema, told at joining: whoever edits with an older one would delete what it does not know. Raise it whenever a
 * node, a mark or an attribute is added or taken away.
 */
export const documentSchemaVersion = 2;

/** The field of a shared document that holds its text. */
export const textField = "text";

const attribute = (value: unknown): AttributeSpec => ({ default: value });

const cell = {
  content: "block+",
  isolating: true,
  attrs: {
    colspan: attribute(1),
    rowspan: attribute(1),
    colwidth: attribute(null),
    align: attribute(null),
  },
} satisfies NodeSpec;

/** Lists say `loose` where their short items are to stand apart; items of several paragraphs stand apart anyway. */
const loose = { loose: attribute(false) };

const nodes = {
  doc: { content: "(block | footnote)+" },
  paragraph: { content: "inline*", group: "block" },
  heading: { content: "inline*", group: "block", defining: true, attrs: { level: attribute(1) } },
  bulletList: { content: "listItem+", group: "block list", attrs: loose },
  orderedList: {
    content: "listItem+",
    group: "block list",
    attrs: { start: attribute(1), type: attribute(null), ...loose },
  },
  listItem: { content: "paragraph block*", defining: true },
  /** `start` is the first task's number where tasks are numbered. */
  taskList: { content: "taskItem+", group: "block list", attrs: { start: attribute(null), ...loose } },
  taskItem: { content: "paragraph block*", defining: true, attrs: { checked: attribute(false) } },
  blockquote: { content: "block+", group: "block", defining: true },
  codeBlock: {
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    attrs: { language: attribute(null) },
  },
  horizontalRule: { group: "block" },
  /** A picture that was taken in: its file, its size in pixels, what it shows in words, and what stands below it. See own-pictures.ts. */
  picture: {
    group: "block",
    atom: true,
    attrs: {
      file: attribute(""),
      width: attribute(0),
      height: attribute(0),
      alt: attribute(""),
      caption: attribute(""),
    },
  },
  table: { content: "tableRow+", group: "block", isolating: true, tableRole: "table" },
  tableRow: { content: "(tableCell | tableHeader)*", tableRole: "row" },
  tableCell: { ...cell, tableRole: "cell" },
  tableHeader: { ...cell, tableRole: "header_cell" },
  /** What a template says about what belongs here; gone as soon as somebody writes. */
  guidance: { group: "block", atom: true, attrs: { text: attribute("") } },
  /** Stands at the outermost level, wherever people's writing at once may put it; is shown at the end. */
  footnote: { content: "block+", isolating: true, defining: true, attrs: { label: attribute("") } },
  text: { group: "inline" },
  hardBreak: { group: "inline", inline: true, selectable: false, linebreakReplacement: true },
  footnoteReference: { group: "inline", inline: true, atom: true, attrs: { label: attribute("") } },
  mention: {
    group: "inline",
    inline: true,
    atom: true,
    attrs: { personId: attribute(""), name: attribute("") },
  },
  documentLink: {
    group: "inline",
    inline: true,
    atom: true,
    attrs: { id: attribute(""), title: attribute("") },
  },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: { inclusive: false, attrs: { href: attribute(""), title: attribute(null) } },
  bold: {},
  italic: {},
  strike: {},
  code: { code: true },
} satisfies Record<string, MarkSpec>;

export type NodeName = keyof typeof nodes;
export type MarkName = keyof typeof marks;

/**
 * The schema. Names, contents and attributes are those of the editor's own extensions, but for: `loose` and `start` of lists, code that may
 * stand together with other marks, links of `href` and `title` alone. Only text carries marks: the shared form keeps none on
 * other nodes.
 */
export const documentSchema = new Schema<NodeName, MarkName>({ nodes, marks });
