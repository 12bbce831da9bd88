// Every step that was taken, also those that were taken back, and what else was set for this city: the last one first.
import { Form, Link, useNavigation } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { fileAddress } from "~/text/file-addresses";
import { Button } from "~/ui/button";
import { useFormat } from "~/ui/use-reader";
import type { Loaded } from "./route";

export function StepHistory({ loaded, home }: { loaded: Loaded; home: string }) {
  const t = useT("deliverables");
  const { steps, said } = loaded;
  const rows = [
    ...steps.map((step) => ({ at: step.at, row: <StepRow key={step.id} {...{ step, loaded, home }} /> })),
    ...said.map((one) => ({ at: one.at, row: <SaidRow key={one.id} said={one} /> })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  return (
    <section>
      <h2 className="text-section">{t("cell.history")}</h2>
      {rows.length === 0 ? (
        <p className="mt-1 text-quiet">{t("cell.noHistory")}</p>
      ) : (
        <ol className="rows mt-2">{rows.toReversed().map(({ row }) => row)}</ol>
      )}
    </section>
  );
}

/** What was set for this city alone. */
function SaidRow({ said: { kind, by, at, reason, dueOn } }: { said: Loaded["said"][number] }) {
  const t = useT("deliverables", "activity");
  const format = useFormat();
  const words = {
    "deliverable-due-set":
      dueOn === null ? t("cell.said.common") : t("cell.said.due", { day: format.day(dueOn) }),
    "deliverable-not-applicable": t("cell.said.notApplicable"),
    "deliverable-applicable": t("cell.said.applicable"),
  };
  return (
    <li className="border-b border-line py-3">
      <p className="font-semibold">{words[kind]}</p>
      <p className="text-small text-quiet">
        {by?.name ?? t("activity:someone")} · <time dateTime={at.toISOString()}>{format.dateTime(at)}</time>
      </p>
      {reason ? <p className="mt-1 max-w-[60ch] whitespace-pre-line">{reason}</p> : null}
    </li>
  );
}

interface StepRowProps {
  step: Loaded["steps"][number];
  loaded: Loaded;
  home: string;
}

function StepRow({ step, loaded, home }: StepRowProps) {
  const t = useT("deliverables");
  const format = useFormat();
  const isBusy = useNavigation().state !== "idle";
  const { deliverable, partner } = loaded;
  const { id, kind, by, at, reason, until, handedIn, takenBack, mayTakeBack } = step;
  return (
    <li className="border-b border-line py-3">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className={takenBack ? "text-quiet line-through" : "font-semibold"}>{t(`step.${kind}`)}</p>
          <p className="text-small text-quiet">
            {by.name} · <time dateTime={at.toISOString()}>{format.dateTime(at)}</time>
            {until ? ` · ${t("due.until", { day: format.day(until) })}` : null}
          </p>
          {reason ? <p className="mt-1 max-w-[60ch] whitespace-pre-line">{reason}</p> : null}
          {handedIn?.erased ? (
            <p className="mt-1 text-quiet">
              {t(handedIn.erased.by ? "cell.fileErasedBy" : "cell.fileErased", {
                name: handedIn.erased.by?.name ?? "",
                date: format.dateTime(handedIn.erased.at),
              })}
            </p>
          ) : handedIn ? (
            <p className="mt-1">
              {handedIn.fileId ? (
                <a className="link" href={fileAddress(handedIn.fileId)} download>
                  {handedIn.title}
                </a>
              ) : (
                <Link
                  className="link"
                  to={`${home}/deliverables/${deliverable.id}/${partner.id}/handed-in/${id}`}
                  prefetch="intent"
                >
                  {t("cell.handedInWas", { title: handedIn.title })}
                </Link>
              )}
            </p>
          ) : null}
          {takenBack ? (
            <p className="mt-1 text-small">
              {t("cell.takenBack", {
                name: takenBack.by?.name ?? "",
                date: format.dateTime(takenBack.at),
              })}
              {takenBack.reason ? ` ${takenBack.reason}` : null}
            </p>
          ) : null}
        </div>
        {mayTakeBack ? (
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <Button
              size="small"
              weight="bare"
              name="intent"
              value="take-back"
              isBusy={isBusy}
              aria-label={t("cell.takeBackNamed", { step: t(`step.${kind}`) })}
            >
              {t("cell.takeBack")}
            </Button>
          </Form>
        ) : null}
      </div>
    </li>
  );
}
