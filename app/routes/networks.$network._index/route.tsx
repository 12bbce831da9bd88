// A network's home: what is due, what changed, who waits for me.
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/access/member";
import { whoWaits } from "~/domain/comments/waiting.server";
import { whatChanged } from "~/domain/documents/what-changed.server";
import { readFirstSteps } from "~/domain/networks/first-steps.server";
import { readNetwork } from "~/domain/networks/networks.server";
import { memberLoader } from "~/http/guard.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { useFormat } from "~/ui/use-reader";
import { Changes } from "./changes";
import { FirstSteps } from "./first-steps";
import { Partners } from "./partners";
import { Waiting } from "./waiting";
import { titled } from "~/ui/titled";
import { pageTitle } from "~/http/page-title.server";

export const meta = titled;

export const loader = memberLoader(async ({ member }) => ({
  title: pageTitle(member.language, member.network.name),
  network: await readNetwork(member),
  changes: await whatChanged(member),
  waiting: await whoWaits(member),
  mayWrite: can(member, "write-document"),
  steps: await readFirstSteps(member),
}));

export default function NetworkHome() {
  const t = useT("networks", "frame");
  const format = useFormat();
  const { network, changes, waiting, mayWrite, steps } = useLoaderData<typeof loader>();
  const { name, type, programme, theme, startsOn, endsOn, partners } = network;
  const period =
    startsOn !== null &&
    endsOn !== null &&
    t("frame:period.between", { from: format.day(startsOn), to: format.day(endsOn) });
  return (
    <div className="page">
      <PageHeader
        title={name}
        lead={theme}
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
      <FirstSteps steps={steps} />
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <section aria-labelledby="due">
          <h2 id="due" className="mb-3 text-section">
            {t("home.due")}
          </h2>
          <p className="text-quiet">{t("home.dueEmpty.next")}</p>
        </section>
        <Waiting waiting={waiting} />
      </div>
      <Changes changes={changes} mayWrite={mayWrite} />
      <Partners partners={partners} />
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
