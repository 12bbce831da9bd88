// A question or a list over the page: the browser's own dialog, which holds the focus and gives it back.
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export interface DialogProps {
  isOpen: boolean;
  /** Called once when it closes by Esc, by a click beside it or by its button. */
  onClose: () => void;
  title: string;
  /** The title is only spoken. */
  isTitleHidden?: boolean;
  children: ReactNode;
  /** The buttons at its foot, the main one first. */
  foot?: ReactNode;
  className?: string;
}

/** Its content is in the page only while it is open. */
export function Dialog({
  isOpen,
  onClose,
  title,
  isTitleHidden = false,
  children,
  foot,
  className,
}: DialogProps) {
  const t = useT("frame");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return;
    if (!element.open) element.showModal();
    const closeBeside = (event: MouseEvent) => {
      if (event.target === element) element.close();
    };
    element.addEventListener("mousedown", closeBeside);
    return () => {
      element.removeEventListener("mousedown", closeBeside);
      if (element.open) element.close();
    };
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classNames("dialog", className)}
      onClose={isOpen ? onClose : undefined}
    >
      {isOpen ? (
        <>
          <div
            className={isTitleHidden ? "hidden-words" : "flex items-start justify-between gap-4 px-5 pt-4"}
          >
            <h2 id={titleId} className="text-section">
              {title}
            </h2>
            {isTitleHidden ? null : (
              <Button
                weight="bare"
                size="small"
                isIcon
                aria-label={t("do.close")}
                onClick={() => dialog.current?.close()}
                type="button"
              >
                <Icon name="close" />
              </Button>
            )}
          </div>
          {isTitleHidden ? children : <div className="px-5 pt-3 pb-5">{children}</div>}
          {foot ? <div className="flex flex-wrap gap-2 border-t border-line px-5 py-4">{foot}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}
