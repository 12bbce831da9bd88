// All that the cities have published for everybody, the latest first.
import { publicAddress } from "~/domain/documents/public-address";
import type { PublicRow } from "~/domain/documents/public-documents.server";
import { formatFor } from "~/i18n/format";
import { useT } from "~/i18n/use-t";
import { PublicFrame } from "./public-frame";

export interface PublicListPageProps {
  rows: PublicRow[];
  origin: string;
  stylesheet: string;
  wordsLanguage: string;
}

export function PublicListPage({ rows, origin, stylesheet, wordsLanguage }: PublicListPageProps) {
  const t = useT("publicPages", "documents");
  const format = formatFor(wordsLanguage, "Europe/Brussels");
  return (
    <PublicFrame
      title={t("pageTitle")}
      language={wordsLanguage}
      wordsLanguage={wordsLanguage}
      description={t("lead")}
      address={`${origin}/public`}
      stylesheet={stylesheet}
    >
      <div className="public-text">
        <h1 className="text-display font-serif font-semibold">{t("public")}</h1>
        <p className="text-quiet">{rows.length > 0 ? t("lead") : t("none")}</p>
        <ul className="public-list">
          {rows.map((row) => (
            <li key={row.id}>
              <a href={publicAddress(row)} hrefLang={row.language} lang={row.language}>
                {row.title}
              </a>
              <p>
                {[
                  t(`documents:kind.${row.kind}`),
                  row.city,
                  row.network,
                  format.languageName(row.language),
                  format.date(row.publishedAt),
                ].join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </PublicFrame>
  );
}
