// The words of a block as Markdown can say them: text without signs nobody can type, links that lead somewhere, notes that exist.
import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import { dialect } from "~/text/dialect";
import { documentSchema } from "~/text/document-schema";
import { judgeHref } from "~/text/href";
import { documentAddress, isAddressable, ownAddress } from "~/text/own-addresses";
import type { Report } from "~/text/settle-blocks";
import { isVisible } from "~/text/visible-text";

const { nodes, marks } = documentSchema;
const longestTitle = 300;
/** Controls, halves of characters and code points that are none. */
const unsayable = /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** The text with lines ended by `\n` and a replacement character for what cannot be written down. */
export function settledText(text: string, report: Report): string {
  const lines = text.replace(/\r\n?/g, "\n");
  const settled = lines.replace(unsayable, "\ufffd");
  if (settled !== lines) report("signs", settled);
  return settled;
}

/** The labels of a document's footnotes. */
export interface Notes {
  /** The label that a note or a reference to it bears in Markdown. */
  labelOf(label: string): string;
  has(label: string): boolean;
}

const sayableLabel = /^[^\s[\]^]{1,60}$/;

/** Finds a label for each footnote: its own where Markdown can say it. */
export function settleNotes(document: Node, report: Report): Notes {
  const labels = document.children
    .filter(({ type }) => type === nodes.footnote)
    .map(({ attrs }) => String(attrs.label));
  const taken = new Set(labels);
  const names = new Map<string, string>();
  for (const label of taken) {
    if (isSayable(label)) names.set(label, label);
    else {
      report("footnote-label", label);
      let number = names.size + 1;
      while (taken.has(`${number}`)) number += 1;
      taken.add(`${number}`);
      names.set(label, `${number}`);
    }
  }
  return { labelOf: (label) => names.get(label) ?? label, has: (label) => names.has(label) };
}

const isSayable = (label: string) => sayableLabel.test(label) && label.search(unsayable) < 0;

/** The nodes with marks on text alone, settled; text that touches and bears the same marks is joined. */
export function settledInline(
  children: readonly Node[],
  { report, notes }: { report: Report; notes: Notes },
): Fragment {
  const single = Fragment.fromArray(children.map((node) => settledNode(node, report, notes)));
  const runs: Node[] = [];
  for (let index = 0; index < single.childCount;) {
    const link = linkOf(single.child(index));
    const end = link ? endOfRun(single, index, link) : index + 1;
    const run = single.content.slice(index, end);
    runs.push(...(link ? settledLink(run, link, report) : run));
    index = end;
  }
  return Fragment.fromArray(runs);
}

const linkOf = (node: Node) => node.marks.find(({ type }) => type === marks.link);

/** A link goes on over breaks between its words. */
function endOfRun(content: Fragment, start: number, link: Mark): number {
  let end = start + 1;
  for (let index = end; index < content.childCount; index += 1) {
    const node = content.child(index);
    if (link.isInSet(node.marks)) end = index + 1;
    else if (node.type !== nodes.hardBreak) break;
  }
  return end;
}

function settledNode(node: Node, report: Report, notes: Notes): Node {
  const { attrs, type } = node;
  switch (type.name) {
    case "text": {
      const text = settledText(node.text ?? "", report);
      const isCode = node.marks.some((mark) => mark.type === marks.code);
      return documentSchema.text(isCode ? text.replaceAll("\n", " ") : text, settledMarks(node, report));
    }
    case "footnoteReference":
      if (notes.has(String(attrs.label))) return type.create({ label: notes.labelOf(String(attrs.label)) });
      report("footnote-reference", String(attrs.label));
      return documentSchema.text(settledText(`[^${attrs.label}]`, report));
    case "mention": {
      const name = settledText(String(attrs.name), report);
      if (isAddressable(String(attrs.personId))) return type.create({ personId: attrs.personId, name });
      report("mention", name);
      return documentSchema.text(`@${name}`);
    }
    case "documentLink": {
      const title = settledText(String(attrs.title), report);
      const hasTitle = isVisible(title) && title !== documentAddress(attrs.id);
      if (isAddressable(String(attrs.id))) return type.create({ id: attrs.id, title: hasTitle ? title : "" });
      report("document-link", title);
      return documentSchema.text(title || "?");
    }
    default:
      return type.create();
  }
}

function settledMarks(node: Node, report: Report): Mark[] {
  return node.marks.flatMap((mark) => {
    if (mark.type !== marks.link) return [mark];
    const href = dialect.normalizeLink(String(mark.attrs.href));
    if (!judgeHref(href)) {
      report("link-address", node.text ?? "");
      return [];
    }
    const title = settledText(String(mark.attrs.title ?? "").slice(0, longestTitle), () => undefined);
    return [marks.link.create({ href, title: title === "" ? null : title })];
  });
}

/** A link without words is none. */
function settledLink(run: readonly Node[], link: Mark, report: Report): Node[] {
  const words = run.map((node) => node.text ?? " ").join("");
  if (!isVisible(words)) {
    report("link-words", String(link.attrs.href));
    return run.map((node) => node.mark(link.removeFromSet(node.marks)));
  }
  const [first] = run;
  return run.length === 1 && first ? [ownNode(first)] : [...run];
}

/** A text that is nothing but a link to a document or a person of ours becomes that node; everything else stays. */
export function ownNode(node: Node): Node {
  const [link] = node.marks;
  const words = node.text ?? "";
  if (link?.type !== marks.link || node.marks.length > 1 || link.attrs.title !== null) return node;
  const there = ownAddress(link.attrs.href);
  if (there?.to === "document")
    return nodes.documentLink.create({ id: there.id, title: words === link.attrs.href ? "" : words });
  if (there?.to === "person" && words.startsWith("@"))
    return nodes.mention.create({ personId: there.id, name: words.slice(1) });
  return node;
}
