// One partner's deliverable: how it stands and why, the next step for whoever takes it, and all that happened.
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { give, linkDraft, setDue, setNotApplicable, undoDue } from "~/domain/deliverables/cells.server";
import {
  Give,
  HandIn,
  LinkDraft,
  NotApplicable,
  RequestChanges,
  ReturnStep,
  SetDue,
  TakeBackStep,
  TakeStep,
  TakeStepWithReason,
} from "~/domain/deliverables/deliverable-orders";
import { handIn } from "~/domain/deliverables/handing-in.server";
import { dueRuleInWords, reasonInWords } from "~/domain/deliverables/in-words";
import { readDeliverable } from "~/domain/deliverables/one-deliverable.server";
import { previewDue } from "~/domain/deliverables/shift.server";
import { takeBackStep, takeStep } from "~/domain/deliverables/steps.server";
import { NameRow } from "~/domain/networks/network-orders";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { CellState } from "~/ui/deliverables/cell-state";
import { DroppedNotice } from "~/ui/deliverables/dropped-notice";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { SavedNotice, undoOf } from "~/ui/saved-notice";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { Undone } from "~/ui/undone";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { useCellLabels } from "./cell-labels";
import { Draft } from "./draft";
import { ForThisCity } from "./for-this-city";
import { NextSteps } from "./next-steps";
import { Responsible } from "./responsible";
import { StepHistory } from "./step-history";

interface Crumbed {
  deliverable: { id: string; title: string };
  partner: { city: string };
}

export const handle: ScreenHandle = {
  crumbs: (data: Crumbed, t, network) => [
    { label: t("rail.deliverables"), to: `${network}/deliverables` },
    { label: data.deliverable.title, to: `${network}/deliverables/${data.deliverable.id}` },
    { label: data.partner.city },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const key = { deliverableId: param("deliverable"), partnershipId: param("partnership") };
  const read = await readDeliverable(member, key);
  const name = `${read.deliverable.title}, ${read.partner.city}`;
  return { title: pageTitle(member.language, name, member.network.name), ...read, newId: newId() };
});

export const action = memberAction(({ member, param }) => {
  const key = { deliverableId: param("deliverable"), partnershipId: param("partnership") };
  return {
    begin: on(TakeStep, (order) => takeStep(member, key, "begin", order)),
    "hand-in": on(HandIn, (order) => handIn(member, key, order)),
    advise: on(TakeStepWithReason, (order) => takeStep(member, key, "advise", order)),
    "request-changes": on(RequestChanges, (order) => takeStep(member, key, "request-changes", order)),
    accept: on(TakeStep, (order) => takeStep(member, key, "accept", order)),
    submit: on(TakeStep, (order) => takeStep(member, key, "submit", order)),
    return: on(ReturnStep, (order) => takeStep(member, key, "return", order)),
    approve: on(TakeStep, (order) => takeStep(member, key, "approve", order)),
    "take-back": on(TakeBackStep, (order) => takeBackStep(member, key, order)),
    give: on(Give, ({ personId }) => give(member, key, personId)),
    link: on(LinkDraft, ({ documentId }) => linkDraft(member, key, documentId)),
    due: on(SetDue, ({ dueOn }) => setDue(member, key, dueOn)),
    "preview-due": on(SetDue, ({ dueOn }) => previewDue(member, key, dueOn)),
    "undo-due": on(NameRow, ({ id }) => undoDue(member, key, id)),
    "clear-due": on(z.object({}), () => setDue(member, key, null)),
    "not-applicable": on(NotApplicable, ({ reason }) => setNotApplicable(member, key, reason)),
    applicable: on(z.object({}), () => setNotApplicable(member, key, null)),
  };
});

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
export type Answered = ReturnType<typeof useAnswer<typeof action>>;

export default function PartnerDeliverable() {
  const t = useT("deliverables");
  const words = useT("frame", "deliverables");
  const format = useFormat();
  const wrong = useWrongWords();
  const { network } = useParams();
  const loaded = useLoaderData<typeof loader>();
  const { deliverable, partner, cell, dropped } = loaded;
  const answer = useAnswer<typeof action>();
  const { due, daysLeft, reasons, notApplicable, hasOwnDue } = cell;
  const home = `/networks/${network}`;
  const left =
    daysLeft === null || daysLeft < 0
      ? null
      : daysLeft === 0
        ? t("due.today")
        : t("due.left", { count: daysLeft });
  return (
    <div className="page page-narrow">
      <PageHeader
        title={`${deliverable.title}, ${partner.city}`}
        facts={
          <FactsLine
            facts={[
              ...(deliverable.phase ? [{ key: "phase", value: deliverable.phase }] : []),
              !dropped && { key: "due", value: due ? t("due.on", { day: format.day(due) }) : t("due.none") },
              left !== null && { key: "left", value: left },
              !dropped && {
                key: "rule",
                value: hasOwnDue ? t("due.own") : dueRuleInWords(words, deliverable),
              },
            ]}
          />
        }
        actions={
          <>
            {cell.documentId ? (
              <LinkButton to={`${home}/documents/${cell.documentId}`}>{t("cell.openDocument")}</LinkButton>
            ) : null}
            <LinkButton weight="bare" to={`${home}/deliverables`}>
              {t("cell.all")}
            </LinkButton>
          </>
        }
      />
      <SavedNotice
        isShown={answer?.done !== undefined && !["preview-due", "undo-due"].includes(answer.intent)}
        words={t("cell.done")}
        undo={{ intent: "undo-due", id: undoOf(answer?.done) }}
      />
      {answer?.intent === "undo-due" ? <Undone isDone={answer.done !== undefined} /> : null}
      {answer?.conflict !== undefined && answer.intent !== "undo-due" ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {wrong({ key: "deliverables:wrong.notNow" })}
          </Notice>
        </div>
      ) : null}
      <WrongSummary wrongs={answer?.errors} labels={useCellLabels(answer?.intent, partner.city)} />
      {dropped ? <DroppedNotice dropped={dropped} to={`${home}/deliverables/${deliverable.id}`} /> : null}
      <section aria-label={t("filter.state")} className="deliverable-standing">
        <CellState cell={dropped ? { ...cell, until: null } : cell} hasDueBeside />
        {notApplicable ? <p className="max-w-[60ch] whitespace-pre-line">{notApplicable}</p> : null}
        {reasons.length > 0 ? (
          <ul className="mt-2 grid gap-1" aria-label={t("cell.why")}>
            {reasons.map((reason) => (
              <li key={reason.kind}>{reasonInWords(words, reason)}</li>
            ))}
          </ul>
        ) : null}
      </section>
      {deliverable.what ? <p className="mb-8 max-w-[68ch] whitespace-pre-line">{deliverable.what}</p> : null}
      {dropped ? null : <NextSteps {...{ loaded, answer }} />}
      <Draft {...{ loaded, answer, home }} />
      <Responsible {...{ loaded, answer, home }} />
      <StepHistory {...{ loaded, home }} />
      {loaded.mayManage ? <ForThisCity {...{ loaded, answer }} /> : null}
      <p className="mt-10">
        <Link className="link" to={`${home}/deliverables/${deliverable.id}`}>
          {t("one.cities")}
        </Link>
      </p>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
