// The words of one block of Markdown as nodes and marks.
import { Fragment, Mark, type Node } from "@tiptap/pm/model";
import type { Token } from "markdown-it";
import type { Loss } from "~/text/document-loss";
import { documentSchema } from "~/text/document-schema";
import { pictureSaid } from "~/text/rules/images";
import { ownNode } from "~/text/settle-inline";

const { nodes, marks } = documentSchema;

const markOf: Record<string, Mark> = {
  em: marks.italic.create(),
  strong: marks.bold.create(),
  s: marks.strike.create(),
};

export type InlineOf = "line" | "cell" | "task" | "held-task";

/** `[ ] ` and the space that holds the place of a task's words. */
const heldLength = 5;

/**
 * The nodes of an inline token, and the images whose address nobody is shown. A paragraph boundary inside a cell is a horizontal rule,
 * which cannot stand there otherwise; a picture of this house is alone between such, or alone at all. Of a task's words the box before them is left out.
 */
export function readInline(inline: Token, of: InlineOf): { content: Node[]; images: Loss[] } {
  if (inline.content === "&nbsp;") return { content: [], images: [] };
  const content: Node[] = [];
  const images: Loss[] = [];
  let opened: Mark[] = [];
  let open: readonly Mark[] = Mark.none;
  let isAfterBox = false;
  let held = of === "held-task" ? heldLength : 0;
  let linkStart = 0;
  const say = (text: string, own: readonly Mark[] = open) => {
    if (text !== "") content.push(documentSchema.text(text, own));
  };
  for (const token of inline.children ?? []) {
    const [, name = "", side] = /^(em|strong|s|link)_(open|close)$/.exec(token.type) ?? [];
    const mark = name === "link" && side === "open" ? linkFrom(token) : markOf[name];
    if (side === "open" && mark) opened.push(mark);
    // Marks of one kind may nest: those outside stay open.
    if (side === "close")
      opened = opened.toSpliced(
        opened.findLastIndex(({ type }) => type === (mark?.type ?? marks.link)),
        1,
      );
    if (side) open = opened.reduce<readonly Mark[]>((all, one) => one.addToSet(all), Mark.none);
    if (token.type === "link_open") linkStart = content.length;
    else if (token.type === "link_close") content.push(...ownOrAll(content.splice(linkStart)));
    else if (token.type === "task_box") isAfterBox = of === "task";
    else if (token.type === "text") {
      if (!isAfterBox) say(token.content.slice(held));
      held = 0;
      isAfterBox = false;
      if (token.meta?.image) images.push({ kind: "image", words: String(token.meta.image).slice(0, 80) });
    } else if (token.type === "code_inline") say(token.content, marks.code.create().addToSet(open));
    else if (token.type === "softbreak") say(" ");
    else if (token.type === "hardbreak")
      content.push(
        of === "cell" && /^<br ?\/>$/.test(token.markup)
          ? nodes.horizontalRule.create()
          : nodes.hardBreak.create(),
      );
    else if (token.type === "picture") content.push(nodes.picture.create(pictureSaid(token)));
    else if (token.type === "footnote_reference")
      content.push(nodes.footnoteReference.create({ label: String(token.meta?.label) }));
  }
  return { content: withoutPlaceholder(content, inline.content), images };
}

/** A link of one run of words may be a node of ours. */
function ownOrAll(words: Node[]): readonly Node[] {
  const joined = Fragment.fromArray(words).content;
  const [first] = joined;
  return first && joined.length === 1 ? [ownNode(first)] : joined;
}

function linkFrom(token: Token): Mark {
  return marks.link.create({ href: String(token.attrGet("href")), title: token.attrGet("title") ?? null });
}

/** After a break at the end of a block stands a space that only holds the line. */
function withoutPlaceholder(content: Node[], typed: string): Node[] {
  const isHeld =
    typed.endsWith("\n&nbsp;") &&
    content.at(-1)?.text === "\u00a0" &&
    content.at(-2)?.type === nodes.hardBreak;
  return isHeld ? content.slice(0, -1) : content;
}
