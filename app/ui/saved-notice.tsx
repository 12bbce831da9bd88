// That a form of the page was done, said above it, with a way to undo it where there is one.
import { Form, type FormProps } from "@remix-run/react";
import type { ComponentType } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { Notice } from "./notice";

interface SavedNoticeProps {
  isShown: boolean;
  words: string;
  /** The order that undoes it, and by what; without an id there is nothing to undo. */
  undo?: { intent: string; id: string | null | undefined; Form?: ComponentType<FormProps> };
}

export function SavedNotice({ isShown, words, undo }: SavedNoticeProps) {
  const t = useT("frame");
  if (!isShown) return null;
  const UndoForm = undo?.Form ?? Form;
  return (
    <div className="mb-6">
      <Notice tone="ok" announce="politely">
        <span>{words}</span>
        {undo?.id ? (
          <UndoForm method="post" preventScrollReset className="ms-3 inline-block">
            <input type="hidden" name="id" value={undo.id} />
            <Button size="small" weight="bare" name="intent" value={undo.intent}>
              {t("undoChange")}
            </Button>
          </UndoForm>
        ) : null}
      </Notice>
    </div>
  );
}

/** By what the use-case said that it is undone. */
export function undoOf(done: unknown): string | null {
  const { undo } = (typeof done === "object" && done !== null ? done : {}) as { undo?: unknown };
  return typeof undo === "string" ? undo : null;
}
