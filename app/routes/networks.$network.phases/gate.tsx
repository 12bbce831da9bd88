// What has to be there before a phase is over: read by everybody, ticked and added to by whoever leads the network.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { longLimit } from "~/domain/networks/network";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { StateMark } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import type { PhaseSectionProps } from "./phase-section";

type Item = PhaseSectionProps["phase"]["gate"][number];

export function Gate({ phase, mayManage, newId, posted }: PhaseSectionProps) {
  const t = useT("phases");
  const { gate, name } = phase;
  const done = gate.filter((item) => item.done !== null).length;
  if (gate.length === 0 && !mayManage) return null;
  return (
    <div className="mt-6">
      <h3 className="text-large">{t("gate.title")}</h3>
      <p className="text-quiet">
        {gate.length === 0 ? t("gate.none") : t("gate.count", { done, all: gate.length })}
      </p>
      {gate.length > 0 ? (
        <ul className="rows mt-2" aria-label={t("gate.titleNamed", { name })}>
          {gate.map((item) => (
            <GateRow key={item.id} {...{ item, mayManage }} />
          ))}
        </ul>
      ) : null}
      {mayManage ? <AddItem {...{ phase, newId, posted }} /> : null}
    </div>
  );
}

function GateRow({ item, mayManage }: { item: Item; mayManage: boolean }) {
  const t = useT("phases");
  const format = useFormat();
  const fetcher = useFetcher<FormAnswer>();
  const { id, text, done } = item;
  return (
    <li className="flex items-start justify-between gap-x-4 gap-y-1 border-b border-line py-3 max-sm:flex-col">
      <div className="min-w-0">
        <p className="break-words">{text}</p>
        <p className="text-small text-quiet">
          <StateMark tone={done ? "ok" : "quiet"} word={t(done ? "gate.isDone" : "gate.isOpen")} />
          {done ? ["", ...(done.by ? [done.by.name] : []), format.date(done.at)].join(" · ") : null}
        </p>
        <WrongSummary wrongs={fetcher.data?.errors} labels={{}} />
      </div>
      {mayManage ? (
        <fetcher.Form method="post" className="-me-1.5 flex shrink-0 gap-1">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="isDone" value={done ? "no" : "yes"} />
          <Button
            size="small"
            weight="bare"
            name="intent"
            value="tick-item"
            aria-label={t(done ? "gate.untickNamed" : "gate.tickNamed", { text })}
          >
            {t(done ? "gate.untick" : "gate.tick")}
          </Button>
          <Button
            size="small"
            weight="bare"
            name="intent"
            value="remove-item"
            aria-label={t("gate.removeNamed", { text })}
          >
            {t("gate.remove")}
          </Button>
        </fetcher.Form>
      ) : null}
    </li>
  );
}

function AddItem({ phase, newId, posted }: Pick<PhaseSectionProps, "phase" | "newId" | "posted">) {
  const t = useT("phases");
  const wrong = useWrongWords();
  const fetcher = useFetcher<FormAnswer>({ key: `gate-${phase.id}` });
  const form = useRef<HTMLFormElement>(null);
  const isPosted = posted?.intent === "add-item" && posted.values?.phaseId === phase.id;
  const answer = fetcher.data ?? (isPosted ? posted : undefined);
  const isDone = answer?.done !== undefined && fetcher.state === "idle";
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone]);
  return (
    <fetcher.Form ref={form} method="post" className="mt-4 flex max-w-lg items-end gap-2">
      <input type="hidden" name="id" value={newId} />
      <input type="hidden" name="phaseId" value={phase.id} />
      <div className="min-w-0 grow">
        <Field
          id={`item-${phase.id}`}
          name="item"
          label={t("gate.add")}
          limit={longLimit}
          error={wrong(answer?.errors?.item)}
          defaultValue={isDone ? undefined : answer?.values?.item}
          required
        />
      </div>
      <Button name="intent" value="add-item" isBusy={fetcher.state !== "idle"}>
        {t("gate.button")}
      </Button>
    </fetcher.Form>
  );
}
