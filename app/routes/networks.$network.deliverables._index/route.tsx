// The deliverables of a network's cities: a matrix that says of each how it stands, what is late or at risk, and why.
import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { askAgain, beginWithTemplate, phasesMissing } from "~/domain/deliverables/deliverables.server";
import { SetRiskDays } from "~/domain/deliverables/deliverable-orders";
import {
  filterIn,
  isNarrowed,
  narrowed,
  type MatrixFilter,
  type ShownState,
} from "~/domain/deliverables/matrix-filter";
import { readMatrix, type Matrix } from "~/domain/deliverables/matrix.server";
import { setRiskDays } from "~/domain/deliverables/risk-days.server";
import { Id } from "~/domain/networks/network-orders";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { PaperHead } from "~/ui/paper-head";
import type { ScreenHandle } from "~/ui/screen-handle";
import { StateMark } from "~/ui/state-mark";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { WrongSummary } from "~/ui/wrong-summary";
import { Filter } from "./filter";
import { MatrixTable } from "./matrix-table";
import { RiskDaysForm, useRiskLabels } from "./risk-days";
import { useLiveCells } from "./use-live-cells";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.deliverables") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const matrix = await readMatrix(member);
  const filter = filterIn(url.searchParams);
  const { dropped } = matrix;
  return {
    title: pageTitle(member.language, translate(member.language)("deliverables:title"), member.network.name),
    networkName: member.network.name,
    filter,
    choices: choicesOf(matrix),
    isEmpty: matrix.deliverables.length === 0,
    // Only where it is begun does it matter which phases it hangs on.
    missingPhases: matrix.deliverables.length === 0 && matrix.mayManage ? await phasesMissing(member) : 0,
    // Dropped a moment ago, by the form that led here.
    fresh: dropped.find(({ id }) => id === url.searchParams.get("dropped")) ?? null,
    ...narrowed(matrix, filter),
  };
});

/** What the matrix can be narrowed to, of all that is in it. */
function choicesOf({ deliverables, partners, cells }: Matrix) {
  const phases = new Map(deliverables.map(({ phaseId, phase }) => [phaseId ?? "", phase ?? ""]));
  const owners = new Map(
    cells.flatMap(({ responsible }) => (responsible ? [[responsible.id, responsible.name]] : [])),
  );
  const asList = (named: Map<string, string>) =>
    [...named].filter(([id]) => id !== "").map(([id, name]) => ({ id, name }));
  return {
    phases: asList(phases),
    cities: partners.map(({ id, city }) => ({ id, name: city })),
    owners: asList(owners),
  };
}

export const action = memberAction(({ member }) => ({
  template: on(z.object({}), async () => {
    const t = translate(member.language);
    await beginWithTemplate(member, (key) => t(`deliverables:template.${key}`));
  }),
  "risk-days": on(SetRiskDays, (days) => setRiskDays(member, days)),
  "usual-risk-days": on(z.object({}), () => setRiskDays(member, null)),
  "ask-again": on(z.object({ id: Id }), async ({ id }) => {
    await askAgain(member, id);
    return redirect(`/networks/${member.network.slug}/deliverables`);
  }),
}));

export default function Deliverables() {
  const t = useT("deliverables", "timeline", "calendar");
  const data = useLoaderData<typeof loader>();
  const { filter, choices, isEmpty, missingPhases, mayManage, dropped, riskDays } = data;
  const { network = "" } = useParams();
  const cells = useLiveCells(network, data.cells);
  const answer = useAnswer<typeof action>();
  const late = cells.filter(({ kind }) => kind === "late").length;
  const atRisk = cells.filter(({ kind }) => kind === "at-risk").length;
  return (
    <div className="page page-wide page-lying">
      <PaperHead network={data.networkName} day={data.today} />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        facts={
          <Link className="link on-screen-only" to="../timeline" prefetch="intent">
            {t("timeline:title")}
          </Link>
        }
        actions={
          <>
            {isEmpty ? null : (
              <LinkButton
                to={{ pathname: "export", search: searchOf(filter) }}
                reloadDocument
                prefetch="none"
              >
                {t("csv")}
              </LinkButton>
            )}
            <LinkButton to="../calendar">{t("calendar:link")}</LinkButton>
            {mayManage ? <LinkButton to="new">{t("add")}</LinkButton> : null}
          </>
        }
      />
      <WrongSummary wrongs={answer?.errors} labels={useRiskLabels()} />
      {isEmpty ? (
        <EmptyState
          title={t("empty.title")}
          what={t("empty.what")}
          who={t("empty.who")}
          next={mayManage ? <Template missingPhases={missingPhases} /> : undefined}
        />
      ) : (
        <>
          <Filter {...{ filter, choices }} />
          {cells.length === 0 ? (
            <p className="text-quiet">{isNarrowed(filter) ? t("none") : t("empty.what")}</p>
          ) : (
            <>
              <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1" aria-live="polite">
                <span>{t("count", { count: cells.length })}</span>
                {late > 0 ? (
                  <Narrower {...{ filter, state: "late" }}>
                    <StateMark tone="late" word={t("lateCount", { count: late })} />
                  </Narrower>
                ) : null}
                {atRisk > 0 ? (
                  <Narrower {...{ filter, state: "at-risk" }}>
                    <StateMark tone="soon" word={t("riskCount", { count: atRisk })} />
                  </Narrower>
                ) : null}
              </p>
              <MatrixTable matrix={{ ...data, cells }} />
            </>
          )}
        </>
      )}
      {mayManage ? <RiskDaysForm {...{ riskDays, answer }} /> : null}
      {dropped.length > 0 ? <Dropped {...{ dropped, fresh: data.fresh }} /> : null}
    </div>
  );
}

const searchOf = (filter: object) => {
  const given = Object.entries(filter as Record<string, string>).filter(([, value]) => value !== "");
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : "";
};

/** The programme's deliverables hang on its phases: where some are missing, these come first. */
function Template({ missingPhases }: { missingPhases: number }) {
  const t = useT("deliverables");
  return (
    <Form method="post">
      {missingPhases > 0 ? (
        <>
          <p className="mb-3">{t("empty.phasesMissing", { count: missingPhases })}</p>
          <LinkButton weight="main" to="../settings#phases">
            {t("empty.addPhases")}
          </LinkButton>{" "}
        </>
      ) : null}
      <Button weight={missingPhases > 0 ? "plain" : "main"} name="intent" value="template">
        {t("empty.template")}
      </Button>
      <p className="mt-2 text-small text-quiet">{t("empty.templateHint")}</p>
    </Form>
  );
}

function Dropped({ dropped, fresh }: Pick<Matrix, "dropped"> & { fresh: { id: string } | null }) {
  const t = useT("deliverables");
  return (
    <details className="fold mt-10" open={fresh ? true : undefined}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("droppedList")}
      </summary>
      <ul className="rows">
        {dropped.map(({ id, title }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-b border-line py-2">
            <Link to={id} prefetch="intent" className="link min-w-0 break-words">
              {title}
            </Link>
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <Button
                size="small"
                name="intent"
                value="ask-again"
                aria-label={t("one.askAgainNamed", { title })}
              >
                {t("one.askAgain")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface NarrowerProps {
  filter: MatrixFilter;
  state: ShownState;
  children: ReactNode;
}

/** From how many they are to those alone, unless they are shown alone already. */
function Narrower({ filter, state, children }: NarrowerProps) {
  if (filter.state !== "") return children;
  return (
    <Link to={{ search: searchOf({ ...filter, state }) }} prefetch="intent" className="link">
      {children}
    </Link>
  );
}

export { PageErrorBoundary as ErrorBoundary };
