// The phases of a network: baseline, what was put off and why, what happened, and what has to be there before each is over.
import { Link, useLoaderData } from "@remix-run/react";
import { movesOf } from "~/domain/deliverables/moves.server";
import { previewExtension, previewTakingBack } from "~/domain/deliverables/shift.server";
import {
  AddGateItem,
  ExtendPhase,
  PreviewExtension,
  RemoveGateItem,
  TakeBackExtension,
  TickGateItem,
} from "~/domain/networks/gate-orders";
import { addGateItem, removeGateItem, tickGateItem } from "~/domain/networks/gate.server";
import { extendPhase, takeBackExtension } from "~/domain/networks/phase-ends.server";
import { readPhases } from "~/domain/networks/phases-read.server";
import type { FieldWrong } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { WrongSummary } from "~/ui/wrong-summary";
import { PhaseSection } from "./phase-section";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.phases") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, translate(member.language)("phases:title"), member.network.name),
  ...(await readPhases(member)),
  newId: newId(),
}));

export const action = memberAction(({ member }) => ({
  "preview-extension": on(PreviewExtension, (order) => previewExtension(member, order)),
  extend: on(ExtendPhase, (order) => extendPhase(member, order, movesOf(member))),
  "preview-take-back": on(TakeBackExtension, ({ id }) => previewTakingBack(member, id)),
  "take-back": on(TakeBackExtension, ({ id }) => takeBackExtension(member, id, movesOf(member))),
  "add-item": on(AddGateItem, (order) => addGateItem(member, order)),
  "tick-item": on(TickGateItem, (order) => tickGateItem(member, order)),
  "remove-item": on(RemoveGateItem, ({ id }) => removeGateItem(member, id)),
}));

export const shouldRevalidate = unlessOffline;

export const clientAction = answerOffline;

export default function Phases() {
  const t = useT("phases", "timeline");
  const { phases, mayManage, newId } = useLoaderData<typeof loader>();
  const posted = useAnswer<typeof action>();
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        facts={
          <Link className="link on-screen-only" to="../timeline" prefetch="intent">
            {t("timeline:title")}
          </Link>
        }
        actions={mayManage ? <LinkButton to="../settings#phases">{t("toSettings")}</LinkButton> : undefined}
      />
      {/* Beside its field is said what is about one. */}
      <WrongSummary wrongs={wrongOfAll(posted?.errors)} labels={{}} />
      {phases.length === 0 ? (
        <EmptyState title={t("empty.title")} what={t("empty.what")} who={t("empty.who")} />
      ) : (
        <div className="grid gap-12">
          {phases.map((phase) => (
            <PhaseSection key={phase.id} {...{ phase, mayManage, newId, posted }} />
          ))}
        </div>
      )}
    </div>
  );
}

function wrongOfAll(errors: Record<string, FieldWrong> = {}): Record<string, FieldWrong> {
  return errors.form ? { form: errors.form } : {};
}

export { PageErrorBoundary as ErrorBoundary };
