// The headings of the text that is being written, to go to one of them.
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useT } from "~/i18n/use-t";
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

/** Shows three levels from the highest one on; nothing for a text without headings. */
export function Outline({ editor, onGo }: { editor: Editor; onGo?: () => void }) {
  const t = useT("editor");
  const headings = useEditorState(editor, ({ state }) => headingsIn(state.doc));
  const top = Math.min(...headings.map(({ level }) => level));
  const shown = headings.filter(({ level }) => level < top + 3);
  if (shown.length === 0) return <p className="text-small text-quiet">{t("outline.empty")}</p>;
  return (
    <nav aria-label={t("outline.label")} className="contents editor-outline">
      <ol>
        {shown.map(({ at, level, text }) => (
          <li key={at} data-depth={level - top + 1}>
            <button
              type="button"
              onClick={() => {
                onGo?.();
                editor
                  .chain()
                  .focus(at + 1, { scrollIntoView: false })
                  .run();
                editor.view.domAtPos(at + 1).node.parentElement?.closest("h1, h2, h3, h4, h5, h6");
                const heading = editor.view.nodeDOM(at);
                if (heading instanceof HTMLElement) heading.scrollIntoView({ block: "start" });
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
