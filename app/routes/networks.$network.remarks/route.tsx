// What became of each of the reader's remarks, and of those that they are to see to.
import { useLoaderData, useParams } from "@remix-run/react";
import { listOwnRemarks } from "~/domain/comments/mine.server";
import { ownFilterIn, ownFilters } from "~/domain/comments/own-remarks";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { FilterLinks } from "~/ui/filter-links";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { OwnRemarkRow } from "./own-remark-row";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.remarks") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const filter = ownFilterIn(url.searchParams);
  return {
    title: pageTitle(member.language, translate(member.language)("threads:mine.title"), member.network.name),
    show: filter.show,
    remarks: await listOwnRemarks(member, filter),
  };
});

export default function OwnRemarks() {
  const t = useT("threads");
  const { network } = useParams();
  const { show, remarks } = useLoaderData<typeof loader>();
  const { rows, counts, page, pages } = remarks;
  const home = `/networks/${network}`;
  const at = (other: number) =>
    `${home}/remarks?${new URLSearchParams({ show, page: String(other) }).toString()}`;
  return (
    <div className="page">
      <PageHeader title={t("mine.title")} lead={t("mine.lead")} />
      <FilterLinks
        label={t("mine.label")}
        links={ownFilters.map((name) => ({
          key: name,
          to: name === "open" ? `${home}/remarks` : `${home}/remarks?show=${name}`,
          label: t(`filter.${name}`),
          count: String(counts[name]),
          isCurrent: name === show,
        }))}
      />
      {rows.length === 0 ? (
        <>
          <p className="mb-3 text-quiet">{t(show === "open" ? "mine.emptyOpen" : "mine.emptyResolved")}</p>
          <LinkButton to={`${home}/documents`}>{t("mine.read")}</LinkButton>
        </>
      ) : (
        <RowList label={t(`filter.${show}`)}>
          {rows.map((row) => (
            <OwnRemarkRow key={row.id} row={row} home={home} />
          ))}
        </RowList>
      )}
      {pages > 1 ? (
        <div className="mt-6 flex flex-wrap items-center gap-3">
          {page > 1 ? <LinkButton to={at(page - 1)}>{t("mine.newer")}</LinkButton> : null}
          <span className="text-quiet">{t("mine.page", { page, pages })}</span>
          {page < pages ? <LinkButton to={at(page + 1)}>{t("mine.older")}</LinkButton> : null}
        </div>
      ) : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
