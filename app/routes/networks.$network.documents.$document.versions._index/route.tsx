// The versions of a document, the latest first: when, by whom, under which name, and what became of each.
import { useLoaderData, useParams } from "@remix-run/react";
import { listVersions } from "~/domain/documents/versions.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import { titled } from "~/ui/titled";
import { VersionRow } from "./version-row";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const { document, versions } = await listVersions(member, param("document"));
  return { title: pageTitle(member.language, document.title, member.network.name), document, versions };
});

export default function Versions() {
  const t = useT("versions");
  const { network } = useParams();
  const { document, versions } = useLoaderData<typeof loader>();
  const path = `/networks/${network}/documents/${document.id}`;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("title", { title: document.title })}
        lead={t("lead")}
        actions={<LinkButton to={path}>{t("backTo")}</LinkButton>}
      />
      <p className="mb-4 text-quiet">{t("count", { count: versions.length })}</p>
      <RowList label={t("list")}>
        {versions.map((version) => (
          <VersionRow
            key={version.revision}
            to={`${path}/versions/${version.revision}`}
            version={version}
            title={document.title}
          />
        ))}
      </RowList>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
