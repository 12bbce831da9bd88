// Narrows the matrix: a form whose answers stand in the address, so that it can be sent to somebody and gone back to.
import { Form } from "@remix-run/react";
import { isNarrowed, nobody, shownStates, type MatrixFilter } from "~/domain/deliverables/matrix-filter";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";

interface Choice {
  id: string;
  name: string;
}

interface FilterProps {
  filter: MatrixFilter;
  choices: Record<"phases" | "cities" | "owners", Choice[]>;
}

export function Filter({ filter, choices: { phases, cities, owners } }: FilterProps) {
  const t = useT("deliverables");
  const options = (choices: Choice[], any: string) => [
    { value: "", label: any },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const stateLabel = (state: (typeof shownStates)[number]) => {
    if (state === "late") return t("filter.late");
    if (state === "at-risk") return t("filter.atRisk");
    return state === "open" ? t("filter.open") : t(`state.${state}`);
  };
  return (
    <details className="fold mb-6" open={isNarrowed(filter) ? true : undefined}>
      <summary>
        <Icon name="chevron-right" size={14} />
        {t("filter.label")}
      </summary>
      <Form
        // Another choice in the address, by going back or by a link, is shown in the fields.
        key={Object.values(filter).join(" ")}
        method="get"
        className="list-filter mt-3"
        aria-label={t("filter.label")}
      >
        <Select
          name="phase"
          label={t("filter.phase")}
          defaultValue={filter.phase}
          options={options(phases, t("filter.anyPhase"))}
        />
        <Select
          name="city"
          label={t("filter.city")}
          defaultValue={filter.city}
          options={options(cities, t("filter.anyCity"))}
        />
        <Select
          name="state"
          label={t("filter.state")}
          defaultValue={filter.state}
          options={[
            { value: "", label: t("filter.anyState") },
            ...shownStates.map((state) => ({ value: state, label: stateLabel(state) })),
          ]}
        />
        <Select
          name="owner"
          label={t("filter.owner")}
          defaultValue={filter.owner}
          options={[...options(owners, t("filter.anybody")), { value: nobody, label: t("filter.nobody") }]}
        />
        <div className="flex flex-wrap gap-2">
          <Button>{t("filter.show")}</Button>
          {isNarrowed(filter) ? (
            <LinkButton weight="bare" to="?">
              {t("filter.all")}
            </LinkButton>
          ) : null}
        </div>
      </Form>
    </details>
  );
}
