// Says at the top of a refused form what to mend, each line leading to its field.
import { useEffect, useRef, type MouseEvent } from "react";
import { useT } from "~/i18n/use-t";
import { Notice } from "./notice";

export interface FieldError {
  /** The id of the field; without one the line is words only. */
  fieldId?: string;
  /** The field's label, to tell the same message of two fields apart. */
  label?: string;
  message: string;
}

export interface ErrorSummaryProps {
  errors: readonly FieldError[];
  /** False where nobody asked for the answer: whoever types on keeps the cursor, and the errors are only announced. */
  takesFocus?: boolean;
}

/** Shows nothing without errors; takes the focus whenever a new answer that somebody asked for brings some. */
export function ErrorSummary({ errors, takesFocus = true }: ErrorSummaryProps) {
  const t = useT("errors");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0 && takesFocus) box.current?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new answer takes the focus
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mb-6">
      {/* What concerns no field is said by itself: there is nothing to count. */}
      <Notice
        tone="late"
        title={errors.some(({ fieldId }) => fieldId) ? t("summary", { count: errors.length }) : undefined}
      >
        <ul className="space-y-1 [.notice-title+&]:mt-1">
          {errors.map((error) => (
            <li key={`${error.fieldId ?? ""} ${error.label ?? ""} ${error.message}`}>
              {error.fieldId ? (
                <a className="link" href={`#${error.fieldId}`} onClick={focusField}>
                  <Words {...error} />
                </a>
              ) : (
                <Words {...error} />
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Words({ label, message }: FieldError) {
  return <>{label ? `${label}: ${message}` : message}</>;
}

/** A link to a field only scrolls there in some browsers; the cursor belongs in it, with its label in sight. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!(field instanceof HTMLElement)) return;
  event.preventDefault();
  // A field that is folded away cannot take the cursor.
  field.closest("details")?.setAttribute("open", "");
  document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
