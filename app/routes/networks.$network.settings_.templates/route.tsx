// What texts of a kind begin with in a language: read by whoever begins them, changed by the lead partner.
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "~/domain/access/member";
import { contentLanguages, documentKinds } from "~/domain/documents/document";
import { ResetTemplate, SaveTemplate } from "~/domain/documents/template-orders";
import { readTemplate, resetTemplate, saveTemplate } from "~/domain/documents/templates.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { TemplateChoice } from "./template-choice";
import { TemplateForm } from "./template-form";
import { TemplateSections } from "./template-sections";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    ...((data as { seesSettings: boolean }).seesSettings
      ? [{ label: t("rail.settings"), to: `${network}/settings` }]
      : []),
    { label: (data as { heading: string }).heading },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const kind = documentKinds.find((known) => known === url.searchParams.get("kind")) ?? documentKinds[0];
  const wanted = url.searchParams.get("language") ?? member.language;
  const language = contentLanguages.find((known) => known === wanted) ?? "en";
  const template = await readTemplate(member, kind, language);
  const heading = translate(member.language)("templates:title");
  return {
    title: pageTitle(member.language, heading, member.network.name),
    heading,
    seesSettings: can(member, "close-network"),
    kind,
    language,
    template,
  };
});

export const action = memberAction(({ member, url }) => ({
  save: on(SaveTemplate, (order) => saveTemplate(member, order)),
  reset: on(ResetTemplate, (order) => resetTemplate(member, order)),
  // Only where no script runs: the page comes back with its rows laid out anew, and nothing is changed.
  arrange: on(z.object({}), () => Promise.resolve({ arrange: url.searchParams.get("arrange") })),
}));

export const shouldRevalidate = unlessOffline;

export const clientAction = answerOffline;

export default function Templates() {
  const t = useT("templates");
  const { kind, language, template, seesSettings } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  // Whoever lost the role while writing keeps the form, with what they typed and why it was refused.
  const isForm = template.mayEdit || answer?.errors !== undefined;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("title")}
        lead={t(template.mayEdit ? "lead" : seesSettings ? "leadClosed" : "leadReader")}
      />
      <TemplateChoice kind={kind} language={language} changedIn={template.changedIn} />
      {isForm ? (
        <TemplateForm
          key={`${kind} ${language}`}
          kind={kind}
          language={language}
          template={template}
          answer={answer}
        />
      ) : (
        <TemplateSections sections={template.sections} language={template.language} />
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
