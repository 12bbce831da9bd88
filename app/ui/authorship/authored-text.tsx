// The text with a line under each writer's words and their names beside each passage; names are said aloud where the writer changes.
import { createElement, Fragment, type ReactNode } from "react";
import type { AuthoredNode } from "~/domain/documents/authorship-shares";
import { useT } from "~/i18n/use-t";
import { useFormat } from "~/ui/use-reader";
import type { ShownSection } from "./shown-sections";
import { signOf, useWriterWords, type ShownWriter } from "./writer-words";

interface AuthoredTextProps {
  sections: readonly ShownSection[];
  writers: readonly ShownWriter[];
  language: string;
}

export function AuthoredText({ sections, writers, language }: AuthoredTextProps) {
  const t = useT("authorship", "documents");
  const format = useFormat();
  const say = useWriterWords();
  let last = "";
  const nameOf = (by: number) => {
    const writer = writers[by];
    return writer ? say.name(writer) : "";
  };
  return (
    <div className="reading authored" lang={language}>
      {sections.map((section) =>
        section.blocks.map((block, index) => {
          const here = [...new Set(writersIn(block))];
          const names = format.list([...new Set(here.map(nameOf))]);
          const isOther = names !== "" && names !== last;
          if (names !== "") last = names;
          const isHeading = block.type === "heading" && index === 0 && section.heading;
          return (
            <div key={`${section.id}-${index}`} className="passage">
              {isOther ? (
                <p className="passage-by" lang="">
                  <Names by={here} writers={writers} />
                </p>
              ) : null}
              <Block
                node={block}
                writers={writers}
                heading={isHeading ? { id: section.id, level: section.level } : { level: section.level }}
                isShared={here.length > 1}
                nameOf={nameOf}
                note={t("note")}
                undescribed={t("documents:rendered.undescribed")}
              />
            </div>
          );
        }),
      )}
    </div>
  );
}

/** The names beside a passage, each with its sign and its place. */
function Names({ by, writers }: { by: readonly number[]; writers: readonly ShownWriter[] }) {
  const say = useWriterWords();
  return by.map((one, index) => {
    const writer = writers[one];
    if (!writer) return null;
    return (
      <span key={one}>
        {index > 0 ? <span className="hidden-words">, </span> : null}
        <span {...signOf(writer, one)}>{say.full(writer)}</span>
      </span>
    );
  });
}

interface BlockProps {
  node: AuthoredNode;
  writers: readonly ShownWriter[];
  heading: { id?: string; level: number };
  /** Several people wrote in it: where the writer changes, the name is said. */
  isShared: boolean;
  nameOf: (by: number) => string;
  note: string;
  /** What a picture is called of which nobody has said what it shows. */
  undescribed: string;
}

const tags: Record<string, string> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  taskList: "ul",
  listItem: "li",
  taskItem: "li",
  blockquote: "blockquote",
  table: "table",
  tableRow: "tr",
  tableCell: "td",
  tableHeader: "th",
};

function Block({ node, ...rest }: BlockProps): ReactNode {
  const { type, attrs = {}, content = [] } = node;
  const children = content.map((child, index) =>
    child.type === "text" ? (
      <Words key={index} node={child} before={content[index - 1]} {...rest} />
    ) : (
      <Block key={index} node={child} {...rest} />
    ),
  );
  switch (type) {
    case "heading":
      return createElement(`h${rest.heading.level}`, { id: rest.heading.id }, children);
    case "hardBreak":
      return <br />;
    case "horizontalRule":
      return <hr />;
    case "picture":
      // What it shows in words: who took it in stands beside it on the page of files.
      return <p className="text-quiet">[{String(attrs.caption || attrs.alt || rest.undescribed)}]</p>;
    case "guidance":
      return null;
    case "mention":
      return `@${String(attrs.name)}`;
    case "documentLink":
      return String(attrs.title);
    case "footnoteReference":
      return <sup>[{String(attrs.label)}]</sup>;
    case "footnote":
      return (
        <div role="note" aria-label={`${rest.note} ${String(attrs.label)}`} className="flex gap-2">
          <sup aria-hidden>[{String(attrs.label)}]</sup>
          <div>{children}</div>
        </div>
      );
    case "codeBlock":
      return (
        <pre>
          <code>{children}</code>
        </pre>
      );
    case "table":
      return (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be scrolled by keys
        <div className="table-frame" tabIndex={0}>
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      );
    case "taskItem":
      return (
        <li className="task flex gap-2">
          <span>{attrs.checked ? "☑" : "☐"}</span>
          <div>{children}</div>
        </li>
      );
    case "tableCell":
    case "tableHeader":
      return createElement(
        tags[type] ?? "td",
        { colSpan: numberIn(attrs.colspan), rowSpan: numberIn(attrs.rowspan) },
        children,
      );
    case "taskList":
      return <ul className="task-list">{children}</ul>;
    case "orderedList":
      return <ol start={numberIn(attrs.start)}>{children}</ol>;
    default:
      return createElement(tags[type] ?? "div", {}, children);
  }
}

const numberIn = (value: unknown) => (typeof value === "number" ? value : 1);

const marks: Record<string, string> = { bold: "strong", italic: "em", strike: "s", code: "code" };

function Words({
  node,
  before,
  writers,
  isShared,
  nameOf,
}: BlockProps & { before: AuthoredNode | undefined }) {
  const by = node.by ?? -1;
  const words = (node.marks ?? []).reduce<ReactNode>(
    (inner, mark) => createElement(marks[mark.type] ?? Fragment, {}, inner),
    node.text,
  );
  return (
    <span {...signOf(writers[by], by)}>
      {isShared && before?.by !== by ? <span className="hidden-words">{nameOf(by)}: </span> : null}
      {words}
    </span>
  );
}

function writersIn(node: AuthoredNode): number[] {
  if (node.type === "text") return [node.by ?? -1];
  return (node.content ?? []).flatMap(writersIn);
}
