// Beginning a good practice of one's own city.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { titleLimit } from "~/domain/documents/document";
import { CreateDocument } from "~/domain/documents/document-orders";
import { createDocument } from "~/domain/documents/documents.server";
import { partnersToWriteFor } from "~/domain/networks/networks.server";
import { can } from "~/domain/access/member";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { isId, newId } from "~/platform/id";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { LanguageOfText } from "~/ui/language-of-text";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { Select } from "~/ui/select";
import { useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = {
  crumbs: (_, t, network) => [
    { label: t("rail.practices"), to: `${network}/practices` },
    { label: t("palette.create") },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, translate(member.language)("documents:new.title"), member.network.name),
  partners: (await partnersToWriteFor(member)).map(({ id, city }) => ({ value: id, label: city })),
  mayWrite: can(member, "write-document"),
  id: newId(),
}));

export const action = memberAction(({ member }) => ({
  create: on(CreateDocument.omit({ text: true, kind: true }), async (order, form) => {
    const given = String(form.get("id"));
    const text = translate(order.language)("documents:field.textStart");
    const { id } = await createDocument(
      member,
      { ...order, kind: "good-practice", text },
      isId(given) ? given : undefined,
    );
    return redirect(`/networks/${member.network.slug}/documents/${id}/edit`);
  }),
}));

export default function NewPractice() {
  const t = useT("documents");
  const wrong = useWrongWords();
  const { language } = useReader();
  const { partners, mayWrite, id } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  // Whoever lost the role while writing keeps the form, with what they typed and why it was refused.
  if (!mayWrite && !answer) {
    return (
      <div className="page page-narrow">
        <PageHeader title={t("new.title")} />
        <Notice>{t("new.notWriter")}</Notice>
      </div>
    );
  }
  return (
    <div className="page page-narrow">
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <WrongSummary
        wrongs={errors}
        labels={{ title: t("field.title"), language: t("field.language"), partnershipId: t("field.city") }}
      />
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        <Field
          id="title"
          name="title"
          label={t("field.title")}
          hint={t("field.titleHint")}
          limit={titleLimit}
          error={wrong(errors?.title)}
          defaultValue={values?.title}
          required
        />
        {partners.length === 1 ? (
          <input type="hidden" name="partnershipId" value={partners[0]?.value} />
        ) : (
          <Select
            id="partnershipId"
            name="partnershipId"
            label={t("field.city")}
            options={partners}
            error={wrong(errors?.partnershipId)}
            defaultValue={values?.partnershipId}
          />
        )}
        <LanguageOfText error={wrong(errors?.language)} defaultValue={values?.language ?? language} />
        <div>
          <Button weight="main" name="intent" value="create" isBusy={isBusy}>
            {t("new.button")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
