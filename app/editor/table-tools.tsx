// What can be done to the table in which the caret stands.
import type { Editor } from "@tiptap/core";
import { useRef } from "react";
import { useT } from "~/i18n/use-t";
import { ToolButton } from "./tool-button";
import { useEditorState } from "./use-editor-state";
import { useRoving } from "./use-roving";

const orders = [
  "addRowBefore",
  "addRowAfter",
  "deleteRow",
  "addColumnBefore",
  "addColumnAfter",
  "deleteColumn",
  "mergeCells",
  "splitCell",
  "toggleHeaderRow",
  "deleteTable",
] as const;

export function TableTools({ editor }: { editor: Editor }) {
  const t = useT("editor");
  const bar = useRef<HTMLDivElement>(null);
  useRoving(bar);
  const possible = useEditorState(editor, (now) => orders.filter((order) => now.can()[order]()));
  return (
    <div className="table-tools">
      <div ref={bar} role="toolbar" aria-label={t("table.tools")} className="tool-row">
        {orders.map((order) => (
          <ToolButton
            key={order}
            name={t(`table.${order}`)}
            isOff={!possible.includes(order)}
            onPress={(isByKey) => {
              const chain = isByKey && order !== "deleteTable" ? editor.chain() : editor.chain().focus();
              chain[order]().run();
            }}
          >
            {t(`table.${order}`)}
          </ToolButton>
        ))}
      </div>
    </div>
  );
}
