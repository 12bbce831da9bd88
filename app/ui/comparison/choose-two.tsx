// The choice of any two states of a document to compare: a form that asks, so that the answer has an address of its own.
import { Form } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { Select } from "../select";

interface ChooseTwoProps {
  /** Where the two are compared. */
  action: string;
  /** The latest first. */
  choices: ReadonlyArray<{ value: string; label: string }>;
  from: string;
  to: string;
  label: string;
}

export function ChooseTwo({ action, choices, from, to, label }: ChooseTwoProps) {
  const t = useT("comparing");
  return (
    <Form
      method="get"
      action={action}
      aria-label={label}
      className="on-screen-only mb-6 flex flex-wrap items-end gap-3"
      key={`${from} ${to}`}
    >
      <Select
        name="from"
        label={t("choose.from")}
        options={choices}
        defaultValue={from}
        frameClassName="min-w-0 flex-1 basis-48"
      />
      <Select
        name="to"
        label={t("choose.to")}
        options={choices}
        defaultValue={to}
        frameClassName="min-w-0 flex-1 basis-48"
      />
      <Button type="submit">{t("choose.button")}</Button>
    </Form>
  );
}
