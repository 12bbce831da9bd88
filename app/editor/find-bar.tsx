// Finding words in the text and putting others in their place, above the text and without covering it.
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { find, findingIn, replaceAll, replaceOne, step } from "./extensions/finding";
import { useEditorState } from "./use-editor-state";
import { useKeys } from "./use-keys";

export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useT("editor");
  const bar = useRef<HTMLDivElement>(null);
  useKeys(bar, ({ key }) => {
    if (key !== "Escape") return false;
    onClose();
    return true;
  });
  const field = useRef<HTMLInputElement>(null);
  const [instead, setInstead] = useState("");
  const [replaced, setReplaced] = useState<number | null>(null);
  const { count, at, wanted } = useEditorState(editor, ({ state }) => {
    const finding = findingIn(state);
    return { count: finding.found.length, at: finding.at, wanted: finding.wanted };
  });
  useEffect(() => {
    const { from, to, empty } = editor.state.selection;
    const selected = empty ? "" : editor.state.doc.textBetween(from, to, "\n");
    if (selected && !selected.includes("\n") && selected.length <= 100) find(editor.view, selected);
    field.current?.focus();
    field.current?.select();
    return () => {
      if (!editor.isDestroyed) find(editor.view, "");
    };
  }, [editor]);
  const said =
    replaced !== null
      ? t("find.replaced", { count: replaced })
      : wanted === ""
        ? ""
        : count === 0
          ? t("find.nothing")
          : t("find.place", { at: at + 1, count });
  return (
    <div ref={bar} role="search" aria-label={t("find.open")} className="find-bar">
      <div className="find-line">
        <input
          ref={field}
          className="control"
          aria-label={t("find.wanted")}
          placeholder={t("find.wanted")}
          value={wanted}
          autoComplete="off"
          onChange={(event) => {
            setReplaced(null);
            find(editor.view, event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            step(editor.view, event.shiftKey ? -1 : 1);
          }}
        />
        <span role="status" className="find-said figures text-small text-quiet">
          {said}
        </span>
        <Button
          type="button"
          weight="bare"
          isIcon
          aria-label={t("find.previous")}
          onClick={() => step(editor.view, -1)}
        >
          <Icon name="chevron-up" />
        </Button>
        <Button
          type="button"
          weight="bare"
          isIcon
          aria-label={t("find.next")}
          onClick={() => step(editor.view, 1)}
        >
          <Icon name="chevron-down" />
        </Button>
        <Button type="button" weight="bare" isIcon aria-label={t("find.close")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {editor.isEditable ? (
        <div className="find-line">
          <input
            className="control"
            aria-label={t("find.instead")}
            placeholder={t("find.instead")}
            value={instead}
            autoComplete="off"
            onChange={(event) => setInstead(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              replaceOne(editor.view, instead);
            }}
          />
          <Button type="button" onClick={() => replaceOne(editor.view, instead)}>
            {t("find.replace")}
          </Button>
          <Button type="button" onClick={() => setReplaced(replaceAll(editor.view, instead))}>
            {t("find.replaceAll")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
