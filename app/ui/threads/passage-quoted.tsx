// The passage a thread is about, in its own words: where it stands in the text it leads there, else it says what became of it.
import type { PassageView } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";

interface PassageQuotedProps {
  passage: PassageView;
  /** Which text is beside it. */
  text: "working" | "published";
  /** Shows it in the text; not given where there is none beside. */
  onShow?: () => void;
}

export function PassageQuoted({
  passage: { quotation, isPicture, stands },
  text,
  onShow,
}: PassageQuotedProps) {
  const t = useT("threads");
  const named = quotation === "" ? t("passage.picture") : t("passage.pictureNamed", { words: quotation });
  const words = isPicture ? named : quotation;
  const isThere = stands !== null && stands.kind !== "gone";
  return (
    <div className="passage-quoted">
      {isThere && onShow ? (
        <button type="button" className="passage-words" onClick={onShow}>
          <span className="hidden-words">{t("passage.show")} </span>
          <q>{words}</q>
        </button>
      ) : (
        <blockquote className="passage-words">
          <span className="hidden-words">{t("passage.about")} </span>
          <q>{words}</q>
        </blockquote>
      )}
      {stands?.kind === "words" && !stands.isAsItWas ? (
        <p className="text-small text-quiet">{t("passage.changed")}</p>
      ) : null}
      {stands?.kind === "gone" ? (
        <p className="text-small text-quiet">
          {t(
            text === "published"
              ? "passage.notPublished"
              : `passage.gone.${isPicture ? "picture" : stands.why}`,
          )}
        </p>
      ) : null}
    </div>
  );
}
