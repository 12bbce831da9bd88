// Narrows the matrix: a form whose answers stand in the address, so that it can be sent to somebody and gone back to.
import { Form } from "@remix-run/react";
import { isNarrowed, nobody, shownStates, type MatrixFilter } from "~/domain/deliverables/matrix-filter";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";

const asked = ["phase", "city", "state", "owner"] as const;

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
  const states = shownStates.map((state) => ({ value: state as string, label: stateLabel(state) }));
  const lists = {
    phase: options(phases, t("filter.anyPhase")),
    city: options(cities, t("filter.anyCity")),
    state: [{ value: "", label: t("filter.anyState") }, ...states],
    owner: [...options(owners, t("filter.anybody")), { value: nobody, label: t("filter.nobody") }],
  };
  return (
    <>
      <NarrowedTo {...{ filter, lists }} />
      <details className="fold on-screen-only mb-6" open={isNarrowed(filter) ? true : undefined}>
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
          {asked.map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`filter.${name}`)}
              defaultValue={filter[name]}
              options={lists[name]}
            />
          ))}
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
    </>
  );
}

interface NarrowedToProps {
  filter: MatrixFilter;
  lists: Record<(typeof asked)[number], { value: string; label: string }[]>;
}

/** On paper, where the fields are not: of what alone it speaks. */
function NarrowedTo({ filter, lists }: NarrowedToProps) {
  const t = useT("deliverables");
  if (!isNarrowed(filter)) return null;
  const said = asked.flatMap((name) => {
    const chosen = filter[name] === "" ? undefined : lists[name].find(({ value }) => value === filter[name]);
    return chosen ? [`${t(`filter.${name}`)}: ${chosen.label}`] : [];
  });
  return <p className="on-paper-only mb-3">{said.join(" · ")}</p>;
}
