// Further in the list, and back.
import { listSearch, type DocumentFilter } from "~/domain/documents/document-list";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";
import { useFormat } from "~/ui/use-reader";

interface PagesProps {
  filter: DocumentFilter;
  page: number;
  pages: number;
}

export function Pages({ filter, page, pages }: PagesProps) {
  const t = useT("lists");
  const { number } = useFormat();
  if (pages === 1) return null;
  return (
    <nav
      aria-label={t("pages.label")}
      className="on-screen-only mt-6 flex flex-wrap items-baseline gap-x-4 gap-y-2"
    >
      <p className="figures text-quiet">{t("pages.at", { page: number(page), pages: number(pages) })}</p>
      {page > 1 ? (
        <LinkButton to={listSearch({ ...filter, page: page - 1 })}>{t("pages.previous")}</LinkButton>
      ) : null}
      {page < pages ? (
        <LinkButton to={listSearch({ ...filter, page: page + 1 })}>{t("pages.next")}</LinkButton>
      ) : null}
    </nav>
  );
}
