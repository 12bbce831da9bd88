// The partners of a network as dated facts: present, coming and past ones, and who came in whose place.
import { Link, useLoaderData } from "@remix-run/react";
import { listPartnerships } from "~/domain/networks/partnerships.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { PartnersSum } from "./partners-sum";
import { PartnersTable } from "./partners-table";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.partners") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, translate(member.language)("setup:partners.title"), member.network.name),
  ...(await listPartnerships(member)),
}));

export default function Partners() {
  const t = useT("setup", "sums");
  const { partnerships, money, mayCheckSums, mayManage } = useLoaderData<typeof loader>();
  const add = mayManage ? (
    <LinkButton weight="main" to="new">
      {t("partners.add")}
    </LinkButton>
  ) : null;
  return (
    <div className="page">
      <PageHeader
        title={t("partners.title")}
        lead={t("partners.lead")}
        actions={partnerships.length > 0 ? add : null}
      />
      {partnerships.length === 0 ? (
        <EmptyState
          title={t("partners.empty.title")}
          what={t("partners.empty.what")}
          who={t("partners.empty.who")}
          next={add}
        />
      ) : (
        <>
          <PartnersTable partnerships={partnerships} />
          {money ? <PartnersSum {...money} /> : null}
          {mayCheckSums ? (
            <p className="mt-3">
              <Link to="check" prefetch="intent" className="link">
                {t("sums:link")}
              </Link>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
