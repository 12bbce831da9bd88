// What stands around every field: its label above, a hint, what is wrong, and how much still fits.
import { useEffect, useState, type ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { characterCount } from "./character-count";
import { Icon } from "./icon";

export interface FieldWords {
  label: string;
  /** Shown only to screen readers, where the page's title already says it. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong, in words that say how to mend it. */
  error?: string | null;
  isOptional?: boolean;
}

export interface FieldFrameProps extends FieldWords {
  id: string;
  /** Present where the length counts. */
  length?: { text: string; limit: number };
  className?: string;
  children: ReactNode;
}

/** The ids that describe a field, for its `aria-describedby`; undefined when nothing does. */
export function describedBy(
  id: string,
  words: Pick<FieldWords, "hint" | "error">,
  hasLimit = false,
): string | undefined {
  const ids = [
    words.hint ? `${id}-hint` : "",
    words.error ? `${id}-error` : "",
    hasLimit ? `${id}-count` : "",
  ];
  return ids.filter(Boolean).join(" ") || undefined;
}

export function FieldFrame({
  id,
  label,
  isLabelHidden,
  hint,
  error,
  isOptional,
  length,
  className,
  children,
}: FieldFrameProps) {
  const t = useT("frame");
  return (
    <div className={className}>
      <label htmlFor={id} className={isLabelHidden ? "hidden-words" : "mb-1 block font-semibold"}>
        {label}
        {isOptional ? <span className="font-normal text-quiet"> ({t("optional")})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-0.5 mb-1.5 text-small text-quiet">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mb-1.5 flex gap-1.5 text-small font-semibold text-late">
          <Icon name="problem" size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      ) : null}
      {children}
      {length ? <Count id={`${id}-count`} {...length} /> : null}
    </div>
  );
}

/** Seen at once, spoken only when the typing pauses. */
function Count({ id, text, limit }: { id: string; text: string; limit: number }) {
  const t = useT("frame");
  const count = characterCount(text, limit);
  const words =
    count === null
      ? ""
      : "over" in count
        ? t("charactersOver", { count: count.over })
        : t("charactersLeft", { count: count.left });
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setSpoken(words), 1000);
    return () => clearTimeout(pause);
  }, [words]);
  if (!words && !spoken) return null;
  const isOver = count !== null && "over" in count;
  return (
    <>
      <p
        id={id}
        className={isOver ? "mt-1 text-small font-semibold text-late" : "figures mt-1 text-small text-quiet"}
      >
        {words}
      </p>
      <span role="status" className="hidden-words">
        {spoken}
      </span>
    </>
  );
}
