// Writing a document: the text together with others, by itself; without a script as Markdown, where two saves at once lose nothing.
import { redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { hasOpenThreads } from "~/domain/comments/threads.server";
import type { StandingText } from "~/domain/documents/document";
import { SaveDocument } from "~/domain/documents/document-orders";
import { saveDocument } from "~/domain/documents/documents.server";
import { continueDocument } from "~/domain/documents/continuing.server";
import { choicesFor } from "~/domain/documents/named-in-facts.server";
import { documentToWrite } from "~/domain/documents/reading.server";
import { rendered } from "~/domain/documents/rendering.server";
import { guidanceFor } from "~/domain/documents/templates.server";
import { by, on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageText } from "~/http/page-text.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { DocumentPresence } from "~/ui/document-presence";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { titled } from "~/ui/titled";
import { Writing } from "./writing";
import { WritingOver } from "./writing-over";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param, request }) => {
  const document = await documentToWrite(member, param("document"));
  const t = translate(member.language);
  const title = pageTitle(
    member.language,
    t("documents:edit.title", { title: document.title }),
    member.network.name,
  );
  const { kind, language } = document;
  const { html } = await rendered(document.text, { topHeading: 2 }, member.language);
  return {
    title,
    document,
    // Until the editor is there, and without a script, the text is read.
    text: pageText(request, html),
    networkName: member.network.name,
    choices: await choicesFor(member, kind, document.id, document.facts),
    guidance: await guidanceFor(member, kind, language),
    areRemarksOpen: await hasOpenThreads(member, document.id),
  };
});

export const action = memberAction(({ member, param, url }) => {
  const id = param("document");
  const { personId } = member;
  return {
    save: by(personId, SaveDocument, async (order, form) => {
      const { revision } = await saveDocument(member, id, order, url.host);
      if (form.get("then") === "publish")
        return redirect(`/networks/${member.network.slug}/documents/${id}/publish`);
      return { revision };
    }),
    continue: by(personId, z.object({}), async () => {
      const next = await continueDocument(member, id);
      return redirect(`/networks/${member.network.slug}/documents/${next.id}/edit`);
    }),
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
  const { document, text, choices, guidance, networkName, areRemarksOpen } = useLoaderData<typeof loader>();
  const { network = "" } = useParams();
  const posted = useAnswer<typeof action>();
  return (
    <>
      <DocumentPresence network={network} document={document.id} />
      <Writing
        key={document.id}
        document={document}
        text={text}
        networkName={networkName}
        choices={choices}
        guidance={guidance}
        areRemarksOpen={areRemarksOpen}
        posted={posted}
        conflict={posted?.conflict as StandingText | undefined}
      />
    </>
  );
}

export { WritingOver as ErrorBoundary };
