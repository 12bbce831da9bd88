// The versions of a document, the latest first: when, by whom, under which name, and what became of each.
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { listVersions } from "~/domain/documents/versions.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { ChooseTwo } from "~/ui/comparison/choose-two";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import { titled } from "~/ui/titled";
import { useFollowedLinks } from "~/ui/use-followed-links";
import { useToldOfVersion, useVersionChoices } from "~/ui/version-facts";
import { VersionRow } from "./version-row";

export const handle = besideDocumentCrumbs;

export const meta = titled;

/** So many of the latest, and all that were named, published or signed, unless all are asked for. */
const shownFirst = 100;

export const loader = memberLoader(async ({ member, param, url }) => {
  const { document, versions } = await listVersions(member, param("document"));
  const isAll = url.searchParams.has("all");
  return {
    title: pageTitle(member.language, document.title, member.network.name),
    document,
    count: versions.length,
    versions: versions
      .map((version, index) => ({ ...version, before: versions[index + 1]?.revision ?? null }))
      .filter(
        ({ named, published, isSigned }, index) =>
          isAll || index < shownFirst || named || published || isSigned,
      ),
  };
});

export default function Versions() {
  const t = useT("versions", "comparing");
  const { network } = useParams();
  const { document, count, versions } = useLoaderData<typeof loader>();
  const path = `/networks/${network}/documents/${document.id}`;
  const choices = useVersionChoices(versions);
  const told = useToldOfVersion();
  const list = useFollowedLinks<HTMLDivElement>();
  const [now, before] = versions;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("title", { title: document.title })}
        lead={t("lead")}
        actions={<LinkButton to={path}>{t("backTo")}</LinkButton>}
      />
      {now && before ? (
        <ChooseTwo
          action={`${path}/versions/compare`}
          choices={choices}
          from={String(before.revision)}
          to={String(now.revision)}
          label={t("comparing:choose.title")}
        />
      ) : null}
      <p className="mb-4 text-quiet">{t("count", { count })}</p>
      <div ref={list}>
        <RowList label={t("list")}>
          {versions.map((version) => (
            <VersionRow
              key={version.revision}
              path={`${path}/versions`}
              version={version}
              before={version.before}
              title={document.title}
              told={told(version)}
            />
          ))}
        </RowList>
      </div>
      {versions.length < count ? (
        <p className="mt-4">
          <Link className="link" to="?all">
            {t("showAll", { count })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
