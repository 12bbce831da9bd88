// Asks where a link leads and what it says; the one judgement on addresses answers at once.
import type { Editor } from "@tiptap/core";
import { useId, useState } from "react";
import { useT } from "~/i18n/use-t";
import { judgeHref } from "~/text/href";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { headingsIn } from "./outline";

export interface LinkDialogProps {
  editor: Editor;
  isOpen: boolean;
  onClose: () => void;
}

/** Links what is selected, or the link in which the caret stands; without either, writes the words too. */
export function LinkDialog({ editor, isOpen, onClose }: LinkDialogProps) {
  const t = useT("editor");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("link.title")}>
      {isOpen ? <LinkForm editor={editor} onDone={onClose} /> : null}
    </Dialog>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useT("editor");
  const [isWrong, setWrong] = useState(false);
  const listId = useId();
  const before = String(editor.getAttributes("link").href ?? "");
  const needsWords = editor.state.selection.empty && before === "";
  const done = () => {
    onDone();
    editor.commands.focus();
  };
  return (
    <form
      method="dialog"
      // The dialog gives the focus, when it opens, to whoever bears this; React would focus a field not yet shown.
      ref={(form) => form?.querySelector("input")?.setAttribute("autofocus", "")}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const typed = new FormData(event.currentTarget);
        const href = completed(String(typed.get("href") ?? "").trim());
        if (!judgeHref(href)) return setWrong(true);
        const words = String(typed.get("words") ?? "").trim() || href;
        if (needsWords)
          editor.commands.insertContent({
            type: "text",
            text: words,
            marks: [{ type: "link", attrs: { href } }],
          });
        else editor.chain().extendMarkRange("link").setMark("link", { href, title: null }).run();
        done();
      }}
    >
      <Field
        name="href"
        label={t("link.address")}
        hint={t("link.hint")}
        error={isWrong ? t("link.wrong") : undefined}
        defaultValue={before}
        list={listId}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={listId}>
        {headingsIn(editor.state.doc).map(({ at, anchor, text }) => (
          <option key={at} value={`#${anchor}`}>
            {text}
          </option>
        ))}
      </datalist>
      {needsWords ? (
        <Field name="words" label={t("link.words")} isOptional frameClassName="mt-4" autoComplete="off" />
      ) : null}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button weight="main">{t("link.set")}</Button>
        {before ? (
          <Button
            type="button"
            onClick={() => {
              editor.chain().extendMarkRange("link").unsetMark("link").run();
              done();
            }}
          >
            {t("link.remove")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** An address typed as people say it leads to the web or to a mailbox. */
function completed(typed: string): string {
  if (/^[^\s/@:#]+@[^\s/@:#]+\.[^\s/@:#]+$/.test(typed)) return `mailto:${typed}`;
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(typed)) return `https://${typed}`;
  return typed;
}
