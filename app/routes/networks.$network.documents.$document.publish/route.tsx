// Publishing: says beforehand who will see the text, then freezes it for them.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { PublishDocument } from "~/domain/documents/document-orders";
import { versionNameLimit } from "~/domain/documents/version";
import { publishDocument } from "~/domain/documents/publishing.server";
import { readPublishing } from "~/domain/documents/sharing-choices.server";
import type { FieldWrong } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { useWrongWords } from "~/ui/use-wrong-words";
import { titled } from "~/ui/titled";
import { useChoiceWords } from "~/ui/use-choice-words";
import { pageTitle } from "~/http/page-title.server";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const publishing = await readPublishing(member, param("document"));
  return { title: pageTitle(member.language, publishing.document.title, member.network.name), ...publishing };
});

export const action = memberAction(({ member, param }) => ({
  publish: on(PublishDocument, async (order) => {
    const id = param("document");
    await publishDocument(member, id, order);
    const done = order.visibility === "public" ? "published-for-all" : "published";
    return redirect(`/networks/${member.network.slug}/documents/${id}?done=${done}`);
  }),
}));

export default function Publish() {
  const t = useT("documents", "sharing", "errors");
  const wrong = useWrongWords();
  const tellChoice = useChoiceWords();
  const { network } = useParams();
  const { document, isPrivate, choices } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { name: nameWrong, ...others } = answer?.errors ?? {};
  const refusal = wrong(Object.values<FieldWrong>(others)[0]);
  const address = `/networks/${network}/documents/${document.id}`;
  return (
    <div className="page">
      <PageHeader title={t("publish.title", { title: document.title })} lead={t("publish.what")} />
      {refusal || answer?.conflict ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {refusal ?? t("errors:conflict")}
          </Notice>
        </div>
      ) : null}
      {isPrivate ? (
        <Notice
          tone="soon"
          actions={<LinkButton to={`${address}/share`}>{t("sharing:publish.toShare")}</LinkButton>}
        >
          {t("sharing:publish.private")}
        </Notice>
      ) : (
        <Form method="post">
          <input type="hidden" name="revision" value={document.revision} />
          <Choices
            legend={t("sharing:publish.for")}
            name="visibility"
            defaultValue={answer?.values?.visibility ?? document.publishedVisibility ?? "network"}
            choices={choices.map((choice) => ({
              value: choice.visibility,
              label: t(`sharing:publish.${choice.visibility}`),
              hint: (
                <>
                  {choice.visibility === "public" ? (
                    <span className="block">{t("sharing:publish.outside")}</span>
                  ) : null}
                  {tellChoice(choice).map((sentence) => (
                    <span key={sentence} className="block">
                      {sentence}
                    </span>
                  ))}
                </>
              ),
            }))}
          />
          <p className="mt-4 text-quiet">{t("sharing:publish.goesOn")}</p>
          <Field
            id="version-name"
            name="name"
            label={t("sharing:publish.name")}
            hint={t("sharing:publish.nameHint")}
            frameClassName="mt-5 max-w-md"
            limit={versionNameLimit}
            error={wrong(nameWrong)}
            defaultValue={answer?.values?.name}
            isOptional
          />
          {document.kind === "visit-note" ? (
            <p className="mt-1 text-quiet">{t("sharing:publish.reply")}</p>
          ) : null}
          <div className="mt-6 flex flex-wrap gap-2">
            <Button weight="main" name="intent" value="publish">
              {t("publish.confirm")}
            </Button>
            <LinkButton to={address}>{t("sharing:back")}</LinkButton>
          </div>
        </Form>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
