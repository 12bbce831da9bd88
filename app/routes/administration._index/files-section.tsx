// How much room the networks' files take, and what of them is damaged or missing.
import type { HouseFiles } from "~/domain/files/house-files.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function FilesSection({ files: { quota, networks, damaged } }: { files: HouseFiles }) {
  const t = useT("files");
  const format = useFormat();
  return (
    <section aria-labelledby="files-title" className="grid gap-4">
      <div>
        <h2 id="files-title" className="text-section">
          {t("house.title")}
        </h2>
        <p className="mt-1 max-w-[60ch] text-quiet">{t("house.lead", { quota: format.bytes(quota) })}</p>
      </div>
      {damaged.length > 0 ? (
        <Notice tone="late" title={t("house.damaged", { count: damaged.length })}>
          <p>{t("house.damagedWhat")}</p>
          <ul className="mt-1">
            {damaged.slice(0, 100).map(({ hash, networks }) => (
              <li key={hash} className="wrap-anywhere">
                {networks.join(", ")}: <code>{hash}</code>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {networks.length === 0 ? (
        <p className="text-quiet">{t("house.none")}</p>
      ) : (
        <RowList labelledBy="files-title">
          {networks.map(({ id, name, files, bytes }) => (
            <Row key={id} title={name} below={t("link", { count: files })} side={format.bytes(bytes)} />
          ))}
        </RowList>
      )}
    </section>
  );
}
