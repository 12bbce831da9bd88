// What was erased for good: that it was there, who erased it, when and why.
import type { ErasedFile } from "~/domain/files/listing.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Icon } from "~/ui/icon";
import { useFormat } from "~/ui/use-reader";

export function ErasedFiles({ files }: { files: ErasedFile[] }) {
  const t = useT("files");
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <details className="fold mt-8 border-t border-line pt-8">
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("erased.title")}
      </summary>
      <p className="mb-4 text-quiet">{t("erased.what")}</p>
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list */}
      <ul role="list" className="file-rows">
        {files.map(({ id, isPicture, addedBy, addedAt, by, at, reason, isInText }) => (
          <li key={id}>
            <p className="font-semibold">{t(isPicture ? "erased.aPicture" : "erased.aFile")}</p>
            <p className="wrap-anywhere">{t("erased.why", { reason })}</p>
            <FactsLine
              facts={[
                { key: "erased", value: t("erased.by", { name: by, at: format.dateTime(at) }) },
                { key: "added", value: t("added", { name: addedBy, at: format.date(addedAt) }) },
                ...(isInText ? [{ key: "text", value: t("erased.inText") }] : []),
              ]}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
