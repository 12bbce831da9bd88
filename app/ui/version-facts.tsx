// What is told of a version wherever it stands: who wrote it, and what it was published, signed or named as.
import type { Version } from "~/domain/documents/versions.server";
import { useT } from "~/i18n/use-t";
import type { Fact } from "./facts-line";
import { useFormat } from "./use-reader";

export function useVersionFacts({ authors, published, isSigned, named }: Version): Array<Fact | null> {
  const t = useT("versions");
  const format = useFormat();
  const publishedAs = (visibility: string, date: string) =>
    visibility === "public" ? t("publishedPublic", { date }) : t("publishedNetwork", { date });
  return [
    { key: "authors", value: format.list(authors.map(({ name }) => name)) },
    published && {
      key: "published",
      value: `${publishedAs(published.visibility, format.date(published.at))}${published.isWithdrawn ? ` (${t("withdrawn")})` : ""}`,
    },
    isSigned ? { key: "signed", value: t("signed") } : null,
    named && {
      key: "named",
      value: t("namedBy", { name: named.by, date: format.date(named.at) }),
    },
  ];
}
