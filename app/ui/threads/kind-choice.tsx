// What one is about to write, chosen in the open; and whether it is for experts alone, where one may write so.
import { useId } from "react";
import { commentKinds, type CommentReaders } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";

interface KindChoiceProps {
  mayAddressExperts: boolean;
  readers: CommentReaders;
  onReaders: (readers: CommentReaders) => void;
}

export function KindChoice({ mayAddressExperts, readers, onReaders }: KindChoiceProps) {
  const t = useT("comments");
  const id = useId();
  return (
    <>
      <fieldset className="kinds">
        <legend className="hidden-words">{t("kindLabel")}</legend>
        {commentKinds.map((kind, index) => (
          <label key={kind} className="kind-choice">
            <input type="radio" name="kind" value={kind} defaultChecked={index === 0} />
            {t(`kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      {mayAddressExperts ? (
        <div className="choice">
          <input
            type="checkbox"
            id={id}
            name="readers"
            value="experts"
            checked={readers === "experts"}
            onChange={(event) => onReaders(event.currentTarget.checked ? "experts" : "all")}
          />
          <label htmlFor={id}>{t("expertsOnly")}</label>
        </div>
      ) : null}
    </>
  );
}
