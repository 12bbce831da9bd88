// The way into an empty network for its lead partner: what is to do first, each with its state, until all is done.
import { Link, useParams } from "@remix-run/react";
import type { FirstStep, FirstStepsView } from "~/domain/networks/first-steps.server";
import { useT } from "~/i18n/use-t";
import { StateMark } from "~/ui/state-mark";

const places: Record<FirstStep, string> = {
  describe: "/settings",
  phases: "/settings#phases",
  partners: "/partners/new",
  people: "/invitations/new",
};

/** Nothing where there is nothing left to do, or for whoever does not manage the network. */
export function FirstSteps({ steps }: { steps: FirstStepsView | null }) {
  const t = useT("setup");
  const { network } = useParams();
  if (!steps) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="first-steps" className="mb-10">
      <h2 id="first-steps" className="text-section">
        {t("steps.title")}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t("steps.lead", { done, all: steps.length })}</p>
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
    </section>
  );
}
