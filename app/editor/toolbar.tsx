// What can be done to the text, by name, with the keys and signs that do the same.
import type { Editor } from "@tiptap/core";
import type { EditorState, Selection } from "@tiptap/pm/state";
import type { Node } from "@tiptap/pm/model";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { useRef } from "react";
import type { UndoManager } from "yjs";
import { useT } from "~/i18n/use-t";
import { classNames } from "~/ui/class-names";
import { Icon } from "~/ui/icon";
import { Menu, type MenuItem } from "~/ui/menu";
import { TableTools } from "./table-tools";
import { RemarkButton } from "./remarks/remark-button";
import { ToolButton } from "./tool-button";
import { useEditorState } from "./use-editor-state";
import { useKeys } from "./use-keys";
import { useRoving } from "./use-roving";
import { TellButton } from "./who-wrote/tell-button";

export interface ToolbarProps {
  editor: Editor;
  onLink: () => void;
  onFind: () => void;
  onMarkdown: () => void;
  /** Left out where no files are taken in. */
  onAttach?: () => void;
  isFinding: boolean;
  /** Left out where the server cannot be asked. */
  onTell?: () => void;
  isTelling: boolean;
  /** Remarks on what is marked, or shows what is said; left out where nothing can be said. */
  onRemark?: () => void;
  isRemarking: boolean;
}

const marks = [
  { name: "bold", keys: "mod+b" },
  { name: "italic", keys: "mod+i" },
  { name: "strike", keys: "~~ ~~" },
  { name: "code", keys: "` `" },
] as const;

const lists = [
  { name: "bulletList", icon: "bullets", keys: "- ", words: "tool.bullets" },
  { name: "orderedList", icon: "numbers", keys: "1. ", words: "tool.numbers" },
  { name: "taskList", icon: "tasks", keys: "[ ] ", words: "tool.tasks" },
] as const;

const steps = (state: EditorState) =>
  (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager;

/** What is around all that is marked, told without going through a long text at every letter; the level of the heading at its beginning, or 0. */
function placeOf({ $from, to }: Selection): { around: string[]; heading: number } {
  const depths = Array.from({ length: $from.sharedDepth(to) + 1 }, (_, depth) => depth);
  const { type, attrs } = $from.parent;
  return {
    around: depths.map((depth) => $from.node(depth).type.name),
    heading: type.name === "heading" ? Number(attrs.level) : 0,
  };
}

export function Toolbar({
  editor,
  onLink,
  onFind,
  onMarkdown,
  onAttach,
  isFinding,
  onTell,
  isTelling,
  onRemark,
  isRemarking,
}: ToolbarProps) {
  const t = useT("editor");
  const bar = useRef<HTMLDivElement>(null);
  useRoving(bar);
  useKeys(bar, ({ key, target }) => {
    // In an open menu the key closes that.
    if (key !== "Escape" || (target instanceof Element && target.closest("[popover]"))) return false;
    editor.commands.focus();
    return true;
  });
  const state = useEditorState(editor, (now) => {
    const { around, heading } = placeOf(now.state.selection);
    return {
      heading,
      on: ["bold", "italic", "strike", "code", "link"]
        .filter((name) => now.isActive(name))
        .concat(around.filter((name) => name.endsWith("List"))),
      isInTable: around.includes("table"),
      hasTable: hasTable(now.state.doc),
      isInCode: around.includes("codeBlock"),
      mayUndo: steps(now.state)?.canUndo() ?? false,
      mayRedo: steps(now.state)?.canRedo() ?? false,
    };
  });
  const styles: MenuItem[] = [0, 1, 2, 3, 4].map((level) => ({
    kind: "button",
    key: String(level),
    label: level === 0 ? t("style.text") : t("style.heading", { level }),
    keys: level === 0 ? undefined : <kbd className="key">{"#".repeat(level)}</kbd>,
    onSelect: () => {
      const chain = editor.chain().focus();
      if (level === 0) chain.setParagraph().run();
      else chain.setHeading({ level: level as 1 }).run();
    },
  }));
  return (
    <div className={classNames("editor-tools", state.hasTable && "editor-tools-over")}>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t("tools")}
        aria-orientation="horizontal"
        className="tool-row"
      >
        <Menu
          label={t("style.label")}
          align="start"
          buttonClassName="button button-bare tool tool-style"
          items={styles}
        >
          <span>{state.heading === 0 ? t("style.text") : t("style.heading", { level: state.heading })}</span>
          <Icon name="chevron-down" size={16} />
        </Menu>
        <span className="tool-gap" aria-hidden="true" />
        {marks.map(({ name, keys }) => (
          <ToolButton
            key={name}
            name={t(`tool.${name}`)}
            icon={name}
            keys={keys}
            isOn={state.on.includes(name)}
            isOff={state.isInCode}
            onPress={(isByKey) => {
              const chain = isByKey ? editor.chain() : editor.chain().focus();
              chain.toggleMark(name).run();
            }}
          />
        ))}
        <ToolButton
          name={t("tool.link")}
          icon="link"
          keys="mod+shift+k"
          isOn={state.on.includes("link")}
          isOff={state.isInCode}
          onPress={onLink}
        />
        {onAttach ? <ToolButton name={t("tool.attach")} icon="picture" onPress={onAttach} /> : null}
        <span className="tool-gap" aria-hidden="true" />
        {lists.map(({ name, icon, keys, words }) => (
          <ToolButton
            key={name}
            name={t(words)}
            icon={icon}
            keys={keys}
            isOn={state.on.includes(name)}
            onPress={(isByKey) => {
              const chain = isByKey ? editor.chain() : editor.chain().focus();
              if (name === "bulletList") chain.toggleBulletList().run();
              else if (name === "orderedList") chain.toggleOrderedList().run();
              else chain.toggleTaskList().run();
            }}
          />
        ))}
        <InsertMenu editor={editor} />
        <span className="tool-gap" aria-hidden="true" />
        <ToolButton
          name={t("tool.undo")}
          icon="undo"
          keys="mod+z"
          isOff={!state.mayUndo}
          onPress={(isByKey) => (isByKey ? editor.commands.undo() : editor.chain().focus().undo().run())}
        />
        <ToolButton
          name={t("tool.redo")}
          icon="redo"
          keys="mod+shift+z"
          isOff={!state.mayRedo}
          onPress={(isByKey) => (isByKey ? editor.commands.redo() : editor.chain().focus().redo().run())}
        />
        <ToolButton name={t("find.open")} icon="find" keys="mod+shift+f" isOn={isFinding} onPress={onFind} />
        {onRemark ? <RemarkButton isRemarking={isRemarking} onRemark={onRemark} /> : null}
        {onTell ? <TellButton isTelling={isTelling} onTell={onTell} /> : null}
        <ToolButton name={t("markdown.open")} icon="markdown" onPress={onMarkdown} />
      </div>
      {state.isInTable ? <TableTools editor={editor} /> : null}
    </div>
  );
}

/** Whether there is a table in the text: it begins lower then, wherever the caret is, for the tools lie over its first line else. */
function hasTable(doc: Node): boolean {
  return doc.content.content.some((block) => block.type.name === "table");
}

function InsertMenu({ editor }: { editor: Editor }) {
  const t = useT("editor");
  const item = (key: string, label: string, keys: string | undefined, onSelect: () => void): MenuItem => ({
    kind: "button",
    key,
    label,
    keys: keys ? <kbd className="key">{keys}</kbd> : undefined,
    onSelect,
  });
  const sign = (written: string) => () => {
    const { $from } = editor.state.selection;
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, "", " ");
    editor
      .chain()
      .focus()
      .insertContent(before === "" || before === " " ? written : ` ${written}`)
      .run();
  };
  const items: MenuItem[] = [
    item("table", t("insert.table"), undefined, () =>
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    ),
    item("footnote", t("insert.footnote"), "[^]", () => editor.chain().focus().addFootnote().run()),
    item("quote", t("insert.quote"), ">", () => editor.chain().focus().toggleBlockquote().run()),
    item("code", t("insert.code"), "```", () => editor.chain().focus().toggleCodeBlock().run()),
    item("rule", t("insert.rule"), "---", () => editor.chain().focus().setHorizontalRule().run()),
    { kind: "line", key: "line" },
    item("mention", t("insert.mention"), "@", sign("@")),
    item("document", t("insert.document"), "[[", sign("[[")),
  ];
  return (
    <Menu align="end" buttonClassName="button button-bare tool" items={items}>
      <Icon name="plus" size={16} />
      <span>{t("insert.label")}</span>
    </Menu>
  );
}
