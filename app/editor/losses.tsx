// What of the text Markdown cannot say, and readers therefore see differently: told while one writes, and named one by one.
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import type { Loss } from "~/text/document-loss";
import { Notice } from "~/ui/notice";

/** Milliseconds without a key until it is looked at. */
const pause = 1_500;
/** Of one kind, so many are shown by their words. */
const mostShown = 3;

/** How many there are, as a button that shows them; nothing where there are none. */
export function LossesSeen({ editor, onOpen }: { editor: Editor; onOpen: () => void }) {
  const t = useT("losses");
  const [count, setCount] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const { countLosses } = await import("./markdown-of");
      if (!isOver) setCount(countLosses(editor.state.doc));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look().catch(() => undefined), pause);
    };
    later();
    editor.on("update", later);
    return () => {
      isOver = true;
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor]);
  if (count === 0) return null;
  return (
    <button type="button" className="text-small underline" onClick={onOpen}>
      {t("seen", { count })}
    </button>
  );
}

/** Each kind once, with the first words of what it befalls. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
  const t = useT("losses", "editor");
  if (losses.length === 0) return null;
  const kinds = [...new Set(losses.map(({ kind }) => kind))];
  const wordsOf = (kind: Loss["kind"]) =>
    [...new Set(losses.flatMap((loss) => (loss.kind === kind && loss.words ? loss.words : [])))].slice(
      0,
      mostShown,
    );
  return (
    <div className="mb-3">
      <Notice tone="soon" title={t("editor:markdown.losses", { count: losses.length })}>
        <ul className="mt-1 list-disc ps-5">
          {kinds.map((kind) => (
            <li key={kind}>
              {t(`kind.${kind}`)}
              {wordsOf(kind).length > 0 ? (
                <span className="block text-small text-quiet">{wordsOf(kind).join(" · ")}</span>
              ) : null}
            </li>
          ))}
        </ul>
        <p className="mt-2">{t("said")}</p>
      </Notice>
    </div>
  );
}
