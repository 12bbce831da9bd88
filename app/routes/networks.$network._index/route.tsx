// A network's home: what is due, who waits for me, what changed; then its partners on the map.
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "~/domain/access/member";
import { assignedTo } from "~/domain/comments/assigned.server";
import { whoWaits } from "~/domain/comments/waiting.server";
import { whatChanged } from "~/domain/documents/what-changed.server";
import { readDeskAtHome } from "~/domain/deliverables/my-desk.server";
import { takenOverLately } from "~/domain/handovers/reading.server";
import { whatIsDue } from "~/domain/networks/due.server";
import { expiringInvitations } from "~/domain/networks/expiring-invitations.server";
import { readFirstSteps } from "~/domain/networks/first-steps.server";
import { readNetwork } from "~/domain/networks/networks.server";
import { partnersNow } from "~/domain/networks/partners-now.server";
import { bringBack, putAway } from "~/domain/networks/put-away.server";
import { ownTasksAhead } from "~/domain/tasks/tasks.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { drawPlaces } from "~/ui/map/drawing";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { useFormat } from "~/ui/use-reader";
import { Changes } from "./changes";
import { Due } from "./due";
import { FirstSteps } from "./first-steps";
import { Partners } from "./partners";
import { Waiting } from "./waiting";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";

export const meta = titled;

/** Tasks on the home, at most. */
const mostTasks = 6;

export const loader = memberLoader(async ({ member }) => {
  const partners = await partnersNow(member);
  return {
    title: pageTitle(member.language, member.network.name),
    network: await readNetwork(member),
    due: await whatIsDue(member),
    assigned: await assignedTo(member),
    desk: await readDeskAtHome(member),
    tasks: await ownTasksAhead(member, mostTasks),
    changes: await whatChanged(member),
    waiting: await whoWaits(member),
    handovers: await takenOverLately(member),
    invitations: await expiringInvitations(member),
    mayWrite: can(member, "write-document"),
    partners,
    steps: await readFirstSteps(member),
    drawings: drawPlaces(partners.current),
    mayPlace: can(member, "manage-network"),
  };
});

export const action = memberAction(({ member }) => {
  const home = redirect(`/networks/${member.network.slug}`);
  return {
    "hide-steps": on(z.object({}), () => putAway(member, "first-steps").then(() => home)),
    "show-steps": on(z.object({}), () => bringBack(member, "first-steps").then(() => home)),
  };
});

export default function NetworkHome() {
  const t = useT("networks", "frame", "notices");
  const format = useFormat();
  const { network, due, changes, waiting, handovers, invitations, mayWrite, partners, ...rest } =
    useLoaderData<typeof loader>();
  const { assigned, desk, tasks, drawings, mayPlace, steps } = rest;
  const { name, type, programme, theme, startsOn, endsOn } = network;
  const period = startsOn !== null && endsOn !== null && format.days(startsOn, endsOn);
  return (
    <div className="page">
      <PageHeader
        title={name}
        lead={theme}
        actions={
          <LinkButton weight="bare" to="attention">
            {t("notices:attention.title")}
          </LinkButton>
        }
        facts={
          <FactsLine
            label={t("facts.label")}
            facts={[
              { key: "type", name: t("facts.type"), value: t(`type.${type as "transfer"}`) },
              { key: "programme", name: t("facts.programme"), value: programme },
              period !== false && { key: "period", name: t("facts.period"), value: period },
            ]}
          />
        }
      />
      <FirstSteps view={steps} />
      <div className="home-answers">
        <Due due={due} assigned={assigned} desk={desk} tasks={tasks} />
        <Waiting
          waiting={waiting}
          desk={desk?.waiting ?? []}
          handovers={handovers}
          invitations={invitations}
        />
        <Changes changes={changes} mayWrite={mayWrite} />
      </div>
      <Partners network={name} partners={partners} drawings={drawings} mayPlace={mayPlace} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
