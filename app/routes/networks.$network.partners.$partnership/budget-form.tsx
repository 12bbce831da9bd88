// Setting a partner's budget and who pays which share of it.
import { Form, useNavigation } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { formatAmount, formatRate, sourceLimit } from "~/domain/networks/money";
import type { PartnershipDetail } from "~/domain/networks/partnerships.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { Fold } from "./fold";

/** Rows that are offered at first, and beyond those filled in. */
const [firstRows, spareRows] = [4, 2];

/** The number of the row that a field belongs to; 0: to none. */
const rowOf = (name: string) => Number(/^(?:source|rate|stated)-(\d+)$/.exec(name)?.[1] ?? 0);

/** The last row in which anything was typed. */
function lastTyped(values: FormAnswer["values"] = {}): number {
  return Math.max(0, ...Object.entries(values).map(([name, value]) => (value === "" ? 0 : rowOf(name))));
}

export function BudgetForm({ money, answer }: { money: PartnershipDetail["money"]; answer?: FormAnswer }) {
  const t = useT("setup");
  const wrong = useWrongWords();
  const { language } = useReader();
  const isBusy = useNavigation().formData?.get("intent") === "budget";
  const own = answer?.intent === "budget" ? answer : undefined;
  const sources = money?.sources ?? [];
  // With a script, rows follow while one writes; without one, they come with the answer.
  const [reached, setReached] = useState(0);
  const follow = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement) setReached(Math.max(reached, rowOf(target.name)));
  };
  const filled = Math.max(sources.length, reached, lastTyped(own?.values));
  const count = Math.min(sourceLimit, Math.max(firstRows, filled + spareRows));
  const rows = Array.from({ length: count }, (_, index) => index + 1);
  const labels = Object.fromEntries([
    ["budget", t("partner.budget")],
    ...rows.flatMap((number) => [
      [`source-${number}`, t("partner.sourceNumber", { number })],
      [`rate-${number}`, t("partner.rateNumber", { number })],
      [`stated-${number}`, t("partner.statedNumber", { number })],
    ]),
  ]) as Record<string, string>;
  const known = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? undefined : formatAmount(cents, language);
  const field = (id: string, kept: string | undefined) => ({
    id,
    name: id,
    label: labels[id] ?? "",
    error: wrong(own?.errors?.[id]),
    defaultValue: own?.values?.[id] ?? kept,
  });
  return (
    <Fold
      id="budget-form"
      title={t("partner.edit")}
      lead={t("partner.editHint")}
      answer={own}
      saved={t("partner.budgetSaved")}
      labels={labels}
    >
      <Form method="post" preventScrollReset className="grid gap-5" onInput={follow}>
        <Field
          {...field("budget", known(money?.total))}
          inputMode="decimal"
          hint={t("partner.budgetHint")}
          frameClassName="max-w-60"
        />
        {rows.map((number) => {
          const source = sources[number - 1];
          return (
            <div
              key={number}
              className="grid grid-cols-2 items-end gap-3 border-t border-line pt-4 sm:grid-cols-[2fr_1fr_1.3fr] sm:border-0 sm:pt-0"
            >
              <Field
                {...field(`source-${number}`, source?.name)}
                frameClassName="col-span-full sm:col-span-1"
              />
              <Field
                {...field(`rate-${number}`, source && formatRate(source.rate, language))}
                inputMode="decimal"
              />
              <Field {...field(`stated-${number}`, known(source?.stated))} inputMode="decimal" />
            </div>
          );
        })}
        <div>
          <Button name="intent" value="budget" isBusy={isBusy}>
            {t("partner.saveBudget")}
          </Button>
        </div>
      </Form>
    </Fold>
  );
}
