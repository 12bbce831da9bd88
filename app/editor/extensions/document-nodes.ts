// The extensions that make up the editor's schema, set so that it agrees with app/text/document-schema.ts, node by node.
import type { Extensions } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Text } from "@tiptap/extension-text";
import { footnoteNodes } from "./footnotes";
import { Guidance } from "./guidance";
import { Link } from "./link";
import { listNodes } from "./lists";
import { Picture, type PictureOptions } from "./picture";
import { DocumentLink, Mention } from "./references";
import { tableNodes } from "./tables";

/**
 * Shortcuts with Ctrl and Alt would take the digits of Baltic and other keyboards, others are a browser's own: what has a Markdown
 * sign is written by that.
 */
const noShortcuts = { addKeyboardShortcuts: () => ({}) };

/** All nodes and marks of the schema, in its order. What they hold agrees with `documentSchema`, which a test compares. */
export function documentNodes(picture: Partial<PictureOptions> = {}): Extensions {
  return [
    Document.extend({ content: "(block | footnote)+" }),
    Paragraph.extend(noShortcuts),
    Heading.extend(noShortcuts).configure({ levels: [1, 2, 3, 4, 5, 6] }),
    ...listNodes,
    Blockquote.extend(noShortcuts),
    CodeBlock.extend({
      addKeyboardShortcuts() {
        const { "Mod-Alt-c": _taken, ...others } = this.parent?.() ?? {};
        return others;
      },
    }),
    HorizontalRule,
    Picture.configure(picture),
    ...tableNodes,
    Guidance,
    ...footnoteNodes,
    Text,
    HardBreak.extend({
      addKeyboardShortcuts() {
        return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
      },
    }),
    Mention,
    DocumentLink,
    Link,
    Bold,
    Italic,
    Strike.extend(noShortcuts),
    Code.extend({ ...noShortcuts, excludes: "code" }),
  ];
}
