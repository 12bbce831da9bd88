// What may be handed in: the city's documents as they stand, their named versions, their files; the browser's own list, by document.
import { useT } from "~/i18n/use-t";
import { describedBy, FieldFrame } from "~/ui/field-frame";
import { Icon } from "~/ui/icon";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import type { Answered, Loaded } from "./route";

export function WhatIsHandedIn({ choices, answer }: { choices: Loaded["choices"]; answer: Answered }) {
  const t = useT("deliverables");
  const format = useFormat();
  const error = useWrongWords()(answer?.errors?.what);
  if (choices.length === 0) return <p className="text-quiet">{t("cell.nothingToHandIn")}</p>;
  const hint = t("cell.handInHint");
  return (
    <FieldFrame id="what" label={t("cell.what")} hint={hint} error={error}>
      <div className="select-frame">
        <select
          id="what"
          name="what"
          className="control"
          required
          defaultValue={answer?.values?.what ?? ""}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy("what", { hint, error })}
        >
          <option value="">{t("cell.choose")}</option>
          {choices.map(({ documentId, title, now, versions, files }) => (
            <optgroup key={documentId} label={title}>
              <option value={now}>{t("cell.asNow", { title })}</option>
              {versions.map(({ value, name, at }) => (
                <option key={value} value={value}>
                  {name === ""
                    ? t("cell.versionOf", { title, date: format.dateTime(at) })
                    : t("cell.version", { title, name })}
                </option>
              ))}
              {files.map(({ value, name }) => (
                <option key={value} value={value}>
                  {t("cell.file", { title, name })}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Icon name="up-down" size={16} />
      </div>
    </FieldFrame>
  );
}
