// The good practices that one may know of.
import { useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { can } from "~/domain/access/member";
import { listDocuments, type DocumentRow } from "~/domain/documents/reading.server";
import { memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { PracticeRow } from "./practice-row";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.practices") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, translate(member.language)("documents:list.title"), member.network.name),
  practices: await listDocuments(member, "good-practice"),
  mayWrite: can(member, "write-document"),
}));

export default function Practices() {
  const t = useT("documents");
  const { network } = useParams();
  const [search] = useSearchParams();
  const { practices, mayWrite } = useLoaderData<typeof loader>();
  const isOwnOnly = search.get("show") === "own";
  const own = practices.filter(({ isOwn }) => isOwn);
  const shown = isOwnOnly ? own : practices;
  const create = mayWrite ? (
    <LinkButton weight="main" to={`/networks/${network}/documents/new?kind=good-practice`}>
      {t(practices.length === 0 ? "list.empty.next" : "list.new")}
    </LinkButton>
  ) : null;
  return (
    <div className="page">
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        actions={practices.length > 0 ? create : null}
      />
      {practices.length === 0 ? (
        <EmptyState
          title={t("list.empty.title")}
          what={t("list.empty.what")}
          who={t("list.empty.who")}
          next={create ?? <p className="text-quiet">{t("list.empty.nextReader")}</p>}
        />
      ) : (
        <>
          {own.length > 0 ? (
            <FilterLinks
              label={t("list.filter")}
              links={[
                {
                  key: "all",
                  to: "?",
                  label: t("list.all"),
                  count: String(practices.length),
                  isCurrent: !isOwnOnly,
                },
                {
                  key: "own",
                  to: "?show=own",
                  label: t("list.own"),
                  count: String(own.length),
                  isCurrent: isOwnOnly,
                },
              ]}
            />
          ) : null}
          <RowList label={t("list.title")}>
            {shown.map((practice: DocumentRow) => (
              <PracticeRow key={practice.id} {...practice} />
            ))}
          </RowList>
        </>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
