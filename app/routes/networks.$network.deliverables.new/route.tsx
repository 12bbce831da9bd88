// Adding a deliverable.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { definitionChoices } from "~/domain/deliverables/definition-choices.server";
import { AddDeliverable } from "~/domain/deliverables/deliverable-orders";
import { addDeliverable } from "~/domain/deliverables/deliverables.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { Button } from "~/ui/button";
import { DefinitionFields } from "~/ui/deliverables/definition-fields";
import { useDefinitionLabels } from "~/ui/deliverables/definition-labels";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = {
  crumbs: (data: { name: string }, t, network) => [
    { label: t("rail.deliverables"), to: `${network}/deliverables` },
    { label: data.name },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member }) => {
  const name = translate(member.language)("deliverables:form.newTitle");
  return {
    title: pageTitle(member.language, name, member.network.name),
    name,
    choices: await definitionChoices(member),
    newId: newId(),
  };
});

export const action = memberAction(({ member }) => ({
  add: on(AddDeliverable, async (order) => {
    await addDeliverable(member, order);
    return redirect(`/networks/${member.network.slug}/deliverables/${order.id}`);
  }),
}));

export default function NewDeliverable() {
  const t = useT("deliverables");
  const { choices, newId: id } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const labels = useDefinitionLabels();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page page-narrow">
      <PageHeader title={t("form.newTitle")} />
      <WrongSummary wrongs={answer?.errors} labels={labels} />
      <Form method="post" className="grid max-w-xl gap-6">
        <input type="hidden" name="id" value={id} />
        <DefinitionFields {...choices} answer={answer} />
        <div>
          <Button weight="main" name="intent" value="add" isBusy={isBusy}>
            {t("form.add")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
