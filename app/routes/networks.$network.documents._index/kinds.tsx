// The two ways most people narrow the list: by kind, with counts, and by whose it is.
import { documentKinds, type DocumentKind } from "~/domain/documents/document";
import { listSearch, whoseDocuments, type DocumentFilter } from "~/domain/documents/document-list";
import { useT } from "~/i18n/use-t";
import { FilterLinks } from "~/ui/filter-links";
import { useFormat } from "~/ui/use-reader";

export function Kinds({ filter, kinds }: { filter: DocumentFilter; kinds: Record<DocumentKind, number> }) {
  const t = useT("lists");
  const format = useFormat();
  const link = (kind: DocumentKind | undefined, label: string, count: number) => ({
    key: kind ?? "all",
    to: listSearch({ ...filter, kind, page: undefined }),
    label,
    count: format.number(count),
    isCurrent: filter.kind === kind,
  });
  const all = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return (
    <FilterLinks
      label={t("kinds")}
      links={[
        link(undefined, t("every"), all),
        ...documentKinds.map((kind) => link(kind, t(`title.${kind}`), kinds[kind])),
      ]}
    />
  );
}

export function Whose({ filter }: { filter: DocumentFilter }) {
  const t = useT("lists");
  const link = (whose: (typeof whoseDocuments)[number] | undefined) => ({
    key: whose ?? "anybody",
    to: listSearch({ ...filter, whose, page: undefined }),
    label: t(`whose.${whose ?? "anybody"}`),
    isCurrent: filter.whose === whose,
  });
  return <FilterLinks label={t("whose.label")} links={[undefined, ...whoseDocuments].map(link)} />;
}
