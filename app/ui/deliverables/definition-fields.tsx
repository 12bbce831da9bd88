// The fields that say what a deliverable is, when it is due and who owes it: one form for adding and for changing.
import { useState } from "react";
import { anchors, owers, reasonLimit, type Anchor, type Ower } from "~/domain/deliverables/deliverable";
import type { DeliverableView } from "~/domain/deliverables/matrix.server";
import { longLimit } from "~/domain/networks/network";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";
import { Field } from "../field";
import { Select } from "../select";
import { TextArea } from "../text-area";
import { useWrongWords } from "../use-wrong-words";

export interface DefinitionFieldsProps {
  deliverable?: DeliverableView;
  phases: Array<{ id: string; name: string }>;
  partners: Array<{ id: string; city: string }>;
  /** The others, of which one may come before. */
  others: Array<{ id: string; title: string; phase: string | null }>;
  answer: { errors?: Record<string, FieldWrong>; values?: Record<string, string> } | undefined;
}

/** Without a script every field is there; with one, only those that the choices need. */
export function DefinitionFields({ deliverable, phases, partners, others, answer }: DefinitionFieldsProps) {
  const t = useT("deliverables");
  const wrong = useWrongWords();
  const { errors, values } = answer ?? {};
  const given = (field: keyof DeliverableView) => {
    const value = values?.[field] ?? deliverable?.[field];
    return value === null || value === undefined ? "" : String(value);
  };
  const [anchor, setAnchor] = useState<Anchor>((given("anchor") || "end") as Anchor);
  const [owedBy, setOwedBy] = useState<Ower>((given("owedBy") || "partners") as Ower);
  const isTicked = (field: "asksExpert" | "goesToProgramme") =>
    values ? values[field] === "on" : (deliverable?.[field] ?? false);
  return (
    <>
      <Field
        id="title"
        name="title"
        label={t("form.title")}
        limit={longLimit}
        error={wrong(errors?.title)}
        defaultValue={given("title")}
        required
      />
      <TextArea
        id="what"
        name="what"
        label={t("form.what")}
        isOptional
        limit={reasonLimit}
        rows={3}
        error={wrong(errors?.what)}
        defaultValue={given("what")}
      />
      <Select
        id="phaseId"
        name="phaseId"
        label={t("form.phase")}
        error={wrong(errors?.phaseId)}
        defaultValue={given("phaseId") || (deliverable ? "" : (phases.at(-1)?.id ?? ""))}
        options={[
          { value: "", label: t("form.noPhase") },
          ...phases.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="deliverable-due-fields">
        <Select
          id="anchor"
          name="anchor"
          label={t("form.anchor")}
          error={wrong(errors?.anchor)}
          defaultValue={anchor}
          onChange={(event) => setAnchor(event.currentTarget.value as Anchor)}
          options={anchors.map((value) => ({ value, label: t(`form.anchors.${value}`) }))}
        />
        <div className={anchor === "day" ? "only-without-script" : undefined}>
          <Field
            id="months"
            name="months"
            type="number"
            label={t("form.months")}
            hint={t("form.monthsHint")}
            error={wrong(errors?.months)}
            defaultValue={given("months") || "0"}
          />
        </div>
        <div className={anchor === "day" ? undefined : "only-without-script"}>
          <Field
            id="fixedOn"
            name="fixedOn"
            type="date"
            label={t("form.fixedOn")}
            error={wrong(errors?.fixedOn)}
            defaultValue={given("fixedOn")}
          />
        </div>
      </div>
      <Select
        id="afterId"
        name="afterId"
        label={t("form.after")}
        error={wrong(errors?.afterId)}
        defaultValue={given("afterId")}
        options={[
          { value: "", label: t("form.nothingBefore") },
          ...others.map(({ id, title, phase }) => ({
            value: id,
            label: phase ? `${title} (${phase})` : title,
          })),
        ]}
      />
      <div className="deliverable-due-fields">
        <Select
          id="owedBy"
          name="owedBy"
          label={t("form.owedBy")}
          error={wrong(errors?.owedBy)}
          defaultValue={owedBy}
          onChange={(event) => setOwedBy(event.currentTarget.value as Ower)}
          options={owers.map((value) => ({ value, label: t(`form.owers.${value}`) }))}
        />
        <div className={owedBy === "partner" ? undefined : "only-without-script"}>
          <Select
            id="partnershipId"
            name="partnershipId"
            label={t("form.partner")}
            error={wrong(errors?.partnershipId)}
            defaultValue={given("partnershipId")}
            options={[
              { value: "", label: t("form.noPartner") },
              ...partners.map(({ id, city }) => ({ value: id, label: city })),
            ]}
          />
        </div>
      </div>
      <div className="grid gap-2">
        {(["asksExpert", "goesToProgramme"] as const).map((field) => (
          <label key={field} className="choice">
            <input type="checkbox" name={field} defaultChecked={isTicked(field)} />
            {t(`form.${field}`)}
          </label>
        ))}
      </div>
    </>
  );
}
