// Holds a project's stated value against its activities and its administration; what is typed here is kept nowhere.
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { checkProject, demandCheckingSums, type ProjectCheck } from "~/domain/networks/project-check.server";
import { CheckProject } from "~/domain/networks/project-orders";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { TextArea } from "~/ui/text-area";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { Finding } from "./finding";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    { label: t("rail.partners"), to: `${network}/partners` },
    { label: (data as { crumb: string }).crumb },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  demandCheckingSums(member);
  const crumb = translate(member.language)("sums:title");
  return { crumb, title: pageTitle(member.language, crumb, member.network.name) };
});

export const action = memberAction(({ member }) => ({
  check: on(CheckProject, async (order) => checkProject(member, order)),
}));

export default function CheckSums() {
  const t = useT("sums");
  const wrong = useWrongWords();
  useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  const labels = { activities: t("activities"), administration: t("administration"), value: t("value") };
  const field = (name: keyof typeof labels) => ({
    id: name,
    name,
    label: labels[name],
    error: wrong(errors?.[name]),
    defaultValue: values?.[name],
    required: true,
  });
  return (
    <div className="page page-narrow">
      <PageHeader title={t("title")} lead={t("lead")} />
      <WrongSummary wrongs={errors} labels={labels} />
      <Form method="post" preventScrollReset className="grid gap-5">
        <TextArea {...field("activities")} hint={t("activitiesHint")} rows={4} />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Field {...field("administration")} inputMode="decimal" />
          <Field {...field("value")} inputMode="decimal" />
        </div>
        <div>
          <Button weight="main" name="intent" value="check" isBusy={isBusy}>
            {t("button")}
          </Button>
        </div>
      </Form>
      {answer?.done ? <Finding check={answer.done as ProjectCheck} /> : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
