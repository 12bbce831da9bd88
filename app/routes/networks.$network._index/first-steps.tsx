// The way into an empty network for its lead partner: what is to do first, each with its state, until all is done.
import { Form, Link, useParams } from "@remix-run/react";
import type { FirstStep, FirstStepsView } from "~/domain/networks/first-steps.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { StateMark } from "~/ui/state-mark";

const places: Record<FirstStep, string> = {
  describe: "/settings",
  phases: "/settings#phases",
  leader: "/partners/new",
  partners: "/partners/new",
  people: "/invitations/new",
};

/** Nothing where there is nothing left to do, or for whoever does not manage the network. */
export function FirstSteps({ view }: { view: FirstStepsView | null }) {
  const t = useT("setup", "upkeep");
  const { network } = useParams();
  if (!view) return null;
  const { steps, isHidden } = view;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="first-steps" className="mb-10">
      <h2 id="first-steps" className="text-section">
        {t("steps.title")}
      </h2>
      <div className="mt-1 mb-3 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-quiet">
        <p>{t("steps.lead", { done, all: steps.length })}</p>
        <Form method="post" action={`/networks/${network}?index`} preventScrollReset>
          <Button weight="bare" size="small" name="intent" value={isHidden ? "show-steps" : "hide-steps"}>
            {t(isHidden ? "upkeep:steps.show" : "upkeep:steps.hide")}
          </Button>
        </Form>
      </div>
      {isHidden ? null : <Steps steps={steps} />}
    </section>
  );
}

function Steps({ steps }: Pick<FirstStepsView, "steps">) {
  const t = useT("setup");
  const { network } = useParams();
  return (
    <ol className="rows">
      {steps.map(({ step, isDone }) => (
        <li key={step} className="row">
          <Link
            to={`/networks/${network}${places[step]}`}
            prefetch="intent"
            className={isDone ? "row-link text-quiet" : "row-link font-semibold"}
          >
            {t(`steps.${step}`)}
          </Link>
          <span className="row-side">
            <StateMark tone={isDone ? "ok" : "quiet"} word={t(isDone ? "steps.done" : "steps.open")} />
          </span>
        </li>
      ))}
    </ol>
  );
}
