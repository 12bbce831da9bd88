// One deliverable: what it is, when it is due by which rule, and how each city stands with it; whoever leads the network changes it here.
import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation, useParams } from "@remix-run/react";
import { z } from "zod";
import { definitionOf } from "~/domain/deliverables/definition";
import { definitionChoices } from "~/domain/deliverables/definition-choices.server";
import { ChangeDeliverable } from "~/domain/deliverables/deliverable-orders";
import {
  askAgain,
  changeDeliverable,
  dropDeliverable,
  undoDeliverableChange,
} from "~/domain/deliverables/deliverables.server";
import { readDropped } from "~/domain/deliverables/dropped.server";
import { dueRuleInWords } from "~/domain/deliverables/in-words";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { previewAskAgain, previewChange, previewDrop, type Shift } from "~/domain/deliverables/shift.server";
import { NameRow } from "~/domain/networks/network-orders";
import { notFound } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { CellState } from "~/ui/deliverables/cell-state";
import { DroppedNotice } from "~/ui/deliverables/dropped-notice";
import { DefinitionFields } from "~/ui/deliverables/definition-fields";
import { useDefinitionLabels } from "~/ui/deliverables/definition-labels";
import { ShiftTable } from "~/ui/deliverables/shift-table";
import { FactsLine } from "~/ui/facts-line";
import { FoundFields } from "~/ui/found-fields";
import { Icon } from "~/ui/icon";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { SavedNotice, undoOf } from "~/ui/saved-notice";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { Undone } from "~/ui/undone";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = {
  crumbs: (data: { deliverable: { title: string } }, t, network) => [
    { label: t("rail.deliverables"), to: `${network}/deliverables` },
    { label: data.deliverable.title },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const id = param("deliverable");
  const { deliverables, partners, cells, mayManage } = await readMatrix(member, { deliverableId: id });
  const deliverable = deliverables.find((one) => one.id === id);
  if (!deliverable) throw notFound();
  const dropped = await readDropped(member, deliverable);
  return {
    title: pageTitle(member.language, deliverable.title, member.network.name),
    deliverable,
    dropped,
    cells: partners.flatMap(({ id: partnershipId, city }) => {
      const cell = cells.find((one) => one.partnershipId === partnershipId);
      return cell ? [{ ...cell, city }] : [];
    }),
    choices: mayManage && dropped === null ? await definitionChoices(member, id) : null,
  };
});

export const action = memberAction(({ member, param }) => {
  const id = param("deliverable");
  return {
    preview: on(ChangeDeliverable, (order) => previewChange(member, id, order)),
    change: on(ChangeDeliverable, (order) => changeDeliverable(member, id, order)),
    undo: on(NameRow, (order) => undoDeliverableChange(member, id, order.id)),
    "preview-drop": on(z.object({}), () => previewDrop(member, id)),
    drop: on(z.object({}), async () => {
      await dropDeliverable(member, id);
      return redirect(`/networks/${member.network.slug}/deliverables?dropped=${id}`);
    }),
    "preview-ask-again": on(z.object({}), () => previewAskAgain(member, id)),
    "ask-again": on(z.object({}), () => askAgain(member, id)),
  };
});

export default function Deliverable() {
  const t = useT("deliverables");
  const words = useT("frame", "deliverables");
  const format = useFormat();
  const { network } = useParams();
  const { deliverable, dropped, cells, choices } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const labels = useDefinitionLabels();
  const { title, what, due, owedBy, asksExpert, goesToProgramme, after, anchor, phase } = deliverable;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={title}
        facts={
          <FactsLine
            facts={[
              ...(phase ? [{ key: "phase", value: phase }] : []),
              !dropped && { key: "due", value: due ? t("due.on", { day: format.day(due) }) : t("due.none") },
              !dropped && { key: "rule", value: dueRuleInWords(words, deliverable) },
              ...(after !== null && anchor !== "after"
                ? [{ key: "after", value: t("one.after", { title: after }) }]
                : []),
              { key: "owed", value: t(`one.owedBy.${owedBy}`) },
              ...(asksExpert ? [{ key: "expert", value: t("one.asksExpert") }] : []),
              ...(goesToProgramme ? [{ key: "programme", value: t("one.goesToProgramme") }] : []),
            ]}
          />
        }
      />
      <SavedNotice
        isShown={answer?.intent === "ask-again" && answer.done !== undefined && !dropped}
        words={t("one.askedAgain")}
      />
      <WrongSummary wrongs={answer?.errors} labels={labels} />
      {dropped ? (
        <DroppedNotice
          dropped={dropped}
          to={`/networks/${network}/deliverables/${deliverable.id}`}
          shift={shiftIn(answer, "preview-ask-again")}
        />
      ) : null}
      {what ? <p className="mb-8 max-w-[68ch] whitespace-pre-line">{what}</p> : null}
      <h2 className="text-section">{t("one.cities")}</h2>
      <ul className="rows mt-2">
        {cells.map((cell) => (
          <li key={cell.partnershipId} className="border-b border-line">
            <Link to={cell.partnershipId} prefetch="intent" className="deliverable-row">
              <span className="font-semibold">{cell.city}</span>
              <CellState cell={dropped ? { ...cell, until: null } : cell} hasDueBeside={dropped !== null} />
            </Link>
          </li>
        ))}
      </ul>
      {choices ? <Change choices={choices} answer={answer} /> : null}
    </div>
  );
}

/** What the form of this intent was shown. */
function shiftIn(answer: ReturnType<typeof useAnswer<typeof action>>, intent: string): Shift | undefined {
  return answer?.intent === intent ? (answer.done as Shift | undefined) : undefined;
}

interface ChangeProps {
  choices: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["choices"]>;
  answer: ReturnType<typeof useAnswer<typeof action>>;
}

function Change({ choices, answer }: ChangeProps) {
  const t = useT("deliverables");
  const { deliverable } = useLoaderData<typeof loader>();
  const { state, formData } = useNavigation();
  const isBusy = state !== "idle";
  const { title } = deliverable;
  const saved = answer?.intent === "change" ? answer.done : undefined;
  const [shift, dropped] = [shiftIn(answer, "preview"), shiftIn(answer, "preview-drop")];
  return (
    <details className="fold mt-10" open={answer && answer.intent !== "ask-again" ? true : undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("one.change")}
      </summary>
      <div className="grid gap-10 pt-4">
        <div>
          <SavedNotice
            isShown={saved !== undefined}
            words={t("form.saved")}
            undo={{ intent: "undo", id: undoOf(saved) }}
          />
          {answer?.intent === "undo" ? <Undone isDone={answer.done !== undefined} /> : null}
          {/* What was undone is filled in anew. */}
          <Form
            key={answer?.intent === "undo" && !isBusy ? "undone" : "form"}
            method="post"
            className="grid max-w-xl gap-6"
          >
            <DefinitionFields
              {...{ deliverable, ...choices, answer: answer?.intent === "undo" ? undefined : answer }}
            />
            <FoundFields
              {...{ saved, values: definitionOf(deliverable), errors: answer?.errors, sent: formData }}
            />
            {shift ? <ShiftTable shift={shift} /> : null}
            <div className="flex flex-wrap gap-2">
              <Button weight="main" name="intent" value="change" isBusy={isBusy}>
                {t("form.save")}
              </Button>
              <Button weight="bare" name="intent" value="preview" isBusy={isBusy}>
                {t("shift.button")}
              </Button>
            </div>
          </Form>
        </div>
        <Form method="post">
          <h3 className="text-large">{t("one.drop")}</h3>
          <p className="mt-1 mb-3 max-w-[60ch] text-quiet">{t("one.dropHint")}</p>
          {dropped ? (
            <div className="mb-4">
              <ShiftTable shift={dropped} />
            </div>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button name="intent" value="drop" isBusy={isBusy}>
              {t("one.dropButton", { title })}
            </Button>
            <Button weight="bare" name="intent" value="preview-drop" isBusy={isBusy}>
              {t("one.dropPreview")}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}

export { PageErrorBoundary as ErrorBoundary };
