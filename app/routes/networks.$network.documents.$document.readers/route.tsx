// Who can see a document, and why: names, role by role, for each text that the reader reads.
import { useLoaderData, useParams } from "@remix-run/react";
import { readersOfDocument } from "~/domain/documents/readers.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { TextReaders } from "./text-readers";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const document = await readersOfDocument(member, param("document"));
  return { title: pageTitle(member.language, document.title, member.network.name), document };
});

export default function Readers() {
  const t = useT("roles");
  const { network } = useParams();
  const { document } = useLoaderData<typeof loader>();
  const isPublic = document.texts.some(({ opening }) => opening === "public");
  return (
    <div className="page page-narrow">
      <PageHeader title={t("readers.title", { title: document.title })} lead={t("readers.lead")} />
      <div className="grid gap-10">
        {document.texts.map((text) => (
          <TextReaders key={text.text} city={document.city} {...text} />
        ))}
      </div>
      <p className="mt-8 text-quiet">
        {t("readers.administrator")} {t(isPublic ? "readers.outsidePublic" : "readers.outside")}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton to={`/networks/${network}/documents/${document.id}`}>{t("readers.back")}</LinkButton>
        <LinkButton weight="bare" to={`/networks/${network}/roles`}>
          {t("readers.roles")}
        </LinkButton>
      </div>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
