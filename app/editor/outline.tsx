// The headings of the text that is being written, to go to one of them.
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { Menu } from "~/ui/menu";
import { slug } from "~/text/slug";
import { useEditorState } from "./use-editor-state";

export interface HeadingInText {
  /** Its place in the document. */
  at: number;
  level: number;
  text: string;
  /** What a link to it says behind its `#`; numbered where it repeats, as the reading view does. */
  anchor: string;
}

/** The outermost headings with words in them, in reading order. */
export function headingsIn(doc: Node): HeadingInText[] {
  const headings: HeadingInText[] = [];
  const seen = new Set<string>();
  doc.forEach((node, at) => {
    const text = node.type.name === "heading" ? node.textContent.trim() : "";
    if (text === "") return;
    const name = slug(text) || "section";
    let anchor = name;
    for (let number = 2; seen.has(anchor); number += 1) anchor = `${name}-${number}`;
    seen.add(anchor);
    headings.push({ at, level: Number(node.attrs.level), text, anchor });
  });
  return headings;
}

interface ShownHeading {
  text: string;
  depth: number;
  /** Which of all headings of the text it is. */
  number: number;
}

const shown = new WeakMap<Node, ShownHeading[]>();

/** Three levels from the highest one on. Where they stand is no part of it: that changes with every letter above them. */
function shownIn(doc: Node): ShownHeading[] {
  const known = shown.get(doc);
  if (known) return known;
  const headings = doc.children
    .filter(({ type }) => type.name === "heading")
    .map((node) => ({ text: node.textContent.trim(), level: Number(node.attrs.level) }))
    .filter(({ text }) => text !== "");
  const top = Math.min(...headings.map(({ level }) => level));
  const made = headings
    .map(({ text, level }, number) => ({ text, depth: level - top + 1, number }))
    .filter(({ depth }) => depth <= 3);
  shown.set(doc, made);
  return made;
}

const useShownHeadings = (editor: Editor) => useEditorState(editor, ({ state }) => shownIn(state.doc));

function goTo(editor: Editor, { number }: ShownHeading): void {
  const heading = headingsIn(editor.state.doc)[number];
  if (heading) goToHeading(editor, heading);
}

/** Puts the caret at the heading, at the top of the window. */
export function goToHeading(editor: Editor, { at }: HeadingInText): void {
  editor.commands.setTextSelection(at + 1);
  editor.view.focus();
  const heading = editor.view.nodeDOM(at);
  if (heading instanceof HTMLElement) heading.scrollIntoView({ block: "start" });
}

/** Beside the text; says so where the text has no headings. */
export function Outline({ editor }: { editor: Editor }) {
  const t = useT("editor");
  const headings = useShownHeadings(editor);
  if (headings.length === 0) return <p className="text-small text-quiet">{t("outline.empty")}</p>;
  return (
    <nav aria-label={t("outline.label")} className="contents editor-outline">
      <ol>
        {headings.map((heading) => (
          <li key={heading.number} data-depth={heading.depth}>
            <button type="button" onClick={() => goTo(editor, heading)}>
              {heading.text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The same where there is no room beside the text; nothing for a text without headings. */
export function OutlineMenu({ editor }: { editor: Editor }) {
  const t = useT("editor");
  const headings = useShownHeadings(editor);
  if (headings.length === 0) return null;
  return (
    <span className="outline-menu">
      <Menu
        align="start"
        buttonClassName="outline-button"
        items={headings.map((heading) => ({
          kind: "button",
          key: String(heading.number),
          label: `${"\u2003".repeat(heading.depth - 1)}${heading.text}`,
          onSelect: () => goTo(editor, heading),
        }))}
      >
        {t("outline.label")}
        <Icon name="chevron-down" size={16} />
      </Menu>
    </span>
  );
}
