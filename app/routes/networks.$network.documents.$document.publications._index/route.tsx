// What a document's readers were given, publication by publication.
import { Link, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { listPublications } from "~/domain/documents/publications.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { Row, RowList } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const { document, publications } = await listPublications(member, param("document"));
  return { title: pageTitle(member.language, document.title, member.network.name), document, publications };
});

export default function Publications() {
  const t = useT("publications", "versions", "documents", "comparing");
  const format = useFormat();
  const { network } = useParams();
  const [search] = useSearchParams();
  const { document, publications } = useLoaderData<typeof loader>();
  const path = `/networks/${network}/documents/${document.id}`;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("title", { title: document.title })}
        lead={t("lead")}
        actions={<LinkButton to={path}>{t("versions:backTo")}</LinkButton>}
      />
      {search.get("done") === "taken-back" ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("take.done")}
          </Notice>
        </div>
      ) : null}
      <RowList label={t("list")}>
        {publications.map(({ number, title, language, visibility, at, by, isPresent }, index) => (
          <Row
            key={number}
            to={isPresent ? path : `${path}/publications/${number}`}
            title={t("number", { number })}
            below={
              <>
                <FactsLine
                  facts={[
                    { key: "who", value: t("documents:publish.doneBy", { name: by, date: format.date(at) }) },
                    { key: "whom", value: t(visibility) },
                    title !== document.title && { key: "title", value: <span lang={language}>{title}</span> },
                  ]}
                />
                <WhatChanged path={path} to={number} from={publications[index + 1]?.number} />
              </>
            }
            side={isPresent ? <StateMark tone="ok" word={t("present")} /> : null}
          />
        ))}
      </RowList>
    </div>
  );
}

/** Against the publication before it; the first has none. */
function WhatChanged({ path, from, to }: { path: string; from: number | undefined; to: number }) {
  const t = useT("publications", "comparing");
  if (from === undefined) return null;
  return (
    <p className="on-screen-only mt-1 text-small">
      <Link className="link" to={`${path}/publications/compare?from=${from}&to=${to}`}>
        {t("comparing:whatChanged")}
        <span className="hidden-words">: {t("number", { number: to })}</span>
      </Link>
    </p>
  );
}

export { PageErrorBoundary as ErrorBoundary };
