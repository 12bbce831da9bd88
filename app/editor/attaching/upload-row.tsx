// One file on its way: how far it is, why it was refused, and what can be done about it.
import { fileLimit } from "~/domain/files/file";
import { formatFor } from "~/i18n/format";
import { useI18n, useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import type { Upload } from "./uploads";

export interface UploadRowProps {
  upload: Upload;
  /** On a page that has no connection at all: nothing can be tried again there. */
  isOffline?: boolean;
  onDrop: () => void;
  onAgain: () => void;
}

export function UploadRow({ upload: { file, state }, isOffline = false, onDrop, onAgain }: UploadRowProps) {
  const t = useT("editor");
  const format = formatFor(useI18n().language, "UTC");
  const { name } = file;
  if (state.kind !== "no-connection" && state.kind !== "refused") {
    const part = state.kind === "sending" ? state.part : state.kind === "there" ? 1 : 0;
    const words =
      state.kind !== "sending"
        ? t(`attaching.${state.kind}`)
        : part < 1
          ? t("attaching.sent", { percent: format.number(Math.floor(part * 100)) })
          : t("attaching.working");
    return (
      <div className="upload" role="group" aria-label={name}>
        <p className="upload-name">{name}</p>
        <progress className="upload-bar" aria-label={name} value={part < 1 ? part : undefined} />
        <p className="upload-told">{words}</p>
        <Button type="button" size="small" onClick={onDrop} aria-label={`${t("attaching.cancel")}: ${name}`}>
          {t("attaching.cancel")}
        </Button>
      </div>
    );
  }
  const mayAgain = state.kind === "no-connection" ? !isOffline : state.mayAgain;
  return (
    <div className="upload is-refused" role="group" aria-label={name}>
      <p className="upload-name">{name}</p>
      <p className="upload-why" role="alert">
        {state.kind === "refused"
          ? why(state)
          : t(isOffline ? "attaching.needsConnection" : "attaching.noConnection")}
      </p>
      <span className="flex flex-wrap gap-2">
        {mayAgain ? (
          <Button
            type="button"
            size="small"
            onClick={onAgain}
            aria-label={`${t("attaching.again")}: ${name}`}
          >
            {t("attaching.again")}
          </Button>
        ) : null}
        <Button type="button" size="small" onClick={onDrop} aria-label={`${t("attaching.drop")}: ${name}`}>
          {t("attaching.drop")}
        </Button>
      </span>
    </div>
  );

  function why({ why: reason, words }: Extract<Upload["state"], { kind: "refused" }>): string {
    if (reason === "folder") return t("attaching.folder");
    if (reason === "too-large")
      return t("attaching.tooLarge", { megabytes: format.number(fileLimit / 1_000_000) });
    return words ?? t("attaching.unsaid");
  }
}
