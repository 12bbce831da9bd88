// Who wrote what in the working text: the text with its writers beside it, and how many words of each section are whose.
import { useLoaderData, useParams } from "@remix-run/react";
import { readAuthorship } from "~/domain/documents/authorship.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { ReadingLayout } from "~/ui/reading-layout";
import { titled } from "~/ui/titled";
import { AuthoredText } from "~/ui/authorship/authored-text";
import { shownSections } from "~/ui/authorship/shown-sections";
import { Shares } from "~/ui/authorship/shares";
import { PlaceShares } from "./place-shares";
import { Writers } from "~/ui/authorship/writers";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const { sections, ...authorship } = await readAuthorship(member, param("document"));
  const title = pageTitle(member.language, authorship.document.title, member.network.name);
  return { title, ...authorship, sections: shownSections(sections) };
});

export default function WhoWroteWhat() {
  const t = useT("authorship");
  const { network } = useParams();
  const { document, mayWrite, writers, sections, words } = useLoaderData<typeof loader>();
  const path = `/networks/${network}/documents/${document.id}`;
  const entries = sections.flatMap(({ id, level, heading }) =>
    heading ? { id, level, text: heading.text } : [],
  );
  return (
    <ReadingLayout
      header={
        <PageHeader
          size="document"
          title={t("title", { title: document.title })}
          lead={t("lead")}
          facts={<PlaceShares writers={writers} words={words} />}
          actions={
            <>
              <LinkButton to={`${path}?text=working`}>{t("backTo")}</LinkButton>
              {mayWrite ? <LinkButton to={`${path}/edit`}>{t("editor")}</LinkButton> : null}
            </>
          }
        />
      }
      contents={{ label: t("contents"), entries, lang: document.language }}
    >
      {words === 0 ? (
        <p className="text-quiet">{t("empty")}</p>
      ) : (
        <>
          <Writers writers={writers} words={words} />
          {sections.length > 1 ? (
            <Shares sections={sections} writers={writers} language={document.language} />
          ) : null}
          <AuthoredText sections={sections} writers={writers} language={document.language} />
        </>
      )}
    </ReadingLayout>
  );
}

export { PageErrorBoundary as ErrorBoundary };
