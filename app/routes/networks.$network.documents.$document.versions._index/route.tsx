// The versions of a document, the latest first: when, by whom, under which name, and what became of each.
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { listVersions } from "~/domain/documents/versions.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { ChooseTwo } from "~/ui/comparison/choose-two";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { FollowedLinks } from "~/ui/followed-links";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import { titled } from "~/ui/titled";
import { useToldOfVersion } from "~/ui/version-facts";
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
  const tell = useToldOfVersion();
  const told = versions.map((version) => ({ version, told: tell(version) }));
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
          choices={told.map((one) => one.told.choice)}
          from={String(before.revision)}
          to={String(now.revision)}
          label={t("comparing:choose.title")}
        />
      ) : null}
      <p className="mb-4 text-quiet">{t("count", { count })}</p>
      <FollowedLinks>
        <RowList label={t("list")}>
          {told.map(({ version, told }) => (
            <VersionRow
              key={version.revision}
              path={`${path}/versions`}
              version={version}
              before={version.before}
              title={document.title}
              told={told}
            />
          ))}
        </RowList>
      </FollowedLinks>
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
