// What its lead partner sets about a network: facts, other names, phases, and whether it is open.
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { movesOf } from "~/domain/deliverables/moves.server";
import { previewPhaseChange } from "~/domain/deliverables/shift.server";
import {
  addNetworkName,
  describeNetwork,
  readSettings,
  removeNetworkName,
} from "~/domain/networks/network-facts.server";
import { AddNetworkName, DescribeNetwork, NameRow } from "~/domain/networks/network-orders";
import { closeNetwork, reopenNetwork } from "~/domain/networks/network-state.server";
import { AddPhase, ChangePhase, MovePhase } from "~/domain/networks/phase-orders";
import {
  addPhase,
  changePhase,
  movePhase,
  removePhase,
  undoPhaseChange,
} from "~/domain/networks/phases.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { ClosingSection } from "./closing-section";
import { FactsSection } from "./facts-section";
import { NamesSection } from "./names-section";
import { PhasesSection } from "./phases-section";
import { TemplatesSection } from "./templates-section";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.settings") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, translate(member.language)("setup:settings.title"), member.network.name),
  settings: await readSettings(member),
}));

export const action = memberAction(({ member }) => ({
  describe: on(DescribeNetwork, (order) => describeNetwork(member, order)),
  "add-name": on(AddNetworkName, (order) => addNetworkName(member, order)),
  "remove-name": on(NameRow, ({ id }) => removeNetworkName(member, id)),
  "add-phase": on(AddPhase, (order) => addPhase(member, order)),
  "preview-phase": on(ChangePhase, (order) => previewPhaseChange(member, order)),
  "change-phase": on(ChangePhase, (order) => changePhase(member, order, movesOf(member))),
  "undo-phase": on(NameRow, ({ id }) => undoPhaseChange(member, id, movesOf(member))),
  "move-phase": on(MovePhase, (order) => movePhase(member, order)),
  "remove-phase": on(NameRow, ({ id }) => removePhase(member, id, movesOf(member))),
  close: on(z.object({}), () => closeNetwork(member)),
  reopen: on(z.object({}), () => reopenNetwork(member)),
}));

export default function Settings() {
  const t = useT("setup");
  const { settings } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <div className="page page-narrow grid gap-12">
      <section>
        <PageHeader
          title={t("settings.title")}
          lead={settings.mayManage ? t("settings.lead") : t("settings.closedLead")}
        />
        <FactsSection settings={settings} answer={answer} />
      </section>
      <PhasesSection phases={settings.phases} mayManage={settings.mayManage} answer={answer} />
      <TemplatesSection mayManage={settings.mayManage} />
      <NamesSection names={settings.names} mayManage={settings.mayManage} answer={answer} />
      <ClosingSection state={settings.state} answer={answer} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
