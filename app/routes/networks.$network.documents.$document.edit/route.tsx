// Writing a document in Markdown beside its preview; two saves of one text at once lose nothing.
import { redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import type { StandingText } from "~/domain/documents/document";
import { SaveDocument } from "~/domain/documents/document-orders";
import { saveDocument } from "~/domain/documents/documents.server";
import { choicesFor } from "~/domain/documents/named-in-facts.server";
import { documentToWrite } from "~/domain/documents/reading.server";
import { rendered } from "~/domain/documents/rendering.server";
import { guidanceFor } from "~/domain/documents/templates.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { DocumentPresence } from "~/ui/document-presence";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { titled } from "~/ui/titled";
import { Editor } from "./editor";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const document = await documentToWrite(member, param("document"));
  const t = translate(member.language);
  const title = pageTitle(
    member.language,
    t("documents:edit.title", { title: document.title }),
    member.network.name,
  );
  const { kind, language } = document;
  return {
    title,
    document,
    choices: await choicesFor(member, kind, document.id, document.facts),
    guidance: await guidanceFor(member, kind, language),
  };
});

export const action = memberAction(({ member, param, url }) => {
  const id = param("document");
  return {
    save: on(SaveDocument, async (order, form) => {
      const { revision } = await saveDocument(member, id, order, url.host);
      if (form.get("then") === "publish")
        return redirect(`/networks/${member.network.slug}/documents/${id}/publish`);
      return { revision };
    }),
    // Only where no script runs: with one, the preview is made in the browser as one types.
    preview: on(SaveDocument.pick({ text: true }), async ({ text }) => {
      await documentToWrite(member, id);
      return { preview: (await rendered(text, { topHeading: 2 }, member.language)).html };
    }),
    write: on(z.object({}), async () => void (await documentToWrite(member, id))),
    // Rows of facts are added and removed by the server only where no script runs.
    arrange: on(z.object({}), async () => {
      await documentToWrite(member, id);
      return { arrange: url.searchParams.get("arrange") };
    }),
  };
});

export const shouldRevalidate = unlessOffline;

export const clientAction = answerOffline;

export default function EditDocument() {
  const { document, choices, guidance } = useLoaderData<typeof loader>();
  const { network = "" } = useParams();
  const posted = useAnswer<typeof action>();
  return (
    <>
      <DocumentPresence network={network} document={document.id} />
      <Editor
        key={document.id}
        document={document}
        choices={choices}
        guidance={guidance}
        posted={posted}
        conflict={posted?.conflict as StandingText | undefined}
      />
    </>
  );
}

export { PageErrorBoundary as ErrorBoundary };
