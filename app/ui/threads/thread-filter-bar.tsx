// Which threads are shown, as plain words with their counts; each choice is an address, so that it can be sent and gone back to.
import { Form, useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { threadFilters, threadSearch, type ThreadFilter } from "~/domain/comments/thread-filter";
import type { Threads } from "~/domain/comments/threads.server";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { FilterLinks } from "../filter-links";
import { Icon } from "../icon";
import { Select } from "../select";
import { screenOf, type ThreadPlace } from "./thread-place";

interface ThreadFilterBarProps {
  counts: Threads["counts"];
  choices: Threads["choices"];
  sections: Threads["sections"];
  /** The headings of the text. */
  outline: ReadonlyArray<{ id: string; text: string }>;
  filter: ThreadFilter;
  place: ThreadPlace;
}

export function ThreadFilterBar(props: ThreadFilterBarProps) {
  const { counts, choices, sections, outline, filter, place } = props;
  const t = useT("threads");
  const { show, personId, city, section } = filter;
  const within = outline.filter(({ id }) => (sections[id] ?? 0) > 0 || id === section);
  const text = place.text ?? null;
  return (
    <div className="on-screen-only">
      <FilterLinks
        label={t("filter.label")}
        links={threadFilters
          .filter((name) => counts[name] > 0 || name === "open" || name === show)
          .map((name) => ({
            key: name,
            to: `${screenOf(place)}${threadSearch({ show: name, personId, city, section }, text)}`,
            label: t(`filter.${name}`),
            count: String(counts[name]),
            isCurrent: name === show,
          }))}
      />
      {choices.people.length + choices.cities.length > 2 ||
      within.length > 1 ||
      personId ||
      city ||
      section ? (
        <Narrow key={`${personId} ${city} ${section}`} {...{ choices, within, filter, place }} />
      ) : null}
    </div>
  );
}

interface NarrowProps extends Pick<ThreadFilterBarProps, "choices" | "filter" | "place"> {
  /** Sections in which something is open. */
  within: ThreadFilterBarProps["outline"];
}

function Narrow({ choices, within, filter, place }: NarrowProps) {
  const t = useT("threads");
  const navigate = useNavigate();
  const { show, personId, city, section } = filter;
  const chosen = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const one = (name: string) => String(data.get(name) ?? "") || undefined;
    const narrowed = { show, personId: one("by"), city: one("of"), section: one("in") };
    const search = threadSearch(narrowed, place.text);
    navigate(`${screenOf(place)}${search}`, { preventScrollReset: true });
  };
  const options = (all: string, of: ReadonlyArray<{ id: string; name: string }>) => [
    { value: "", label: all },
    ...of.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <details className="fold" open={Boolean(personId ?? city ?? section)}>
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("narrow")}
      </summary>
      <Form method="get" action={screenOf(place)} onSubmit={chosen} className="mt-2 grid gap-2">
        {place.text ? <input type="hidden" name="text" value={place.text} /> : null}
        <input type="hidden" name="remarks" value={show} />
        <Select
          name="by"
          label={t("person")}
          defaultValue={personId ?? ""}
          options={options(t("anybody"), choices.people)}
        />
        {choices.cities.length > 0 ? (
          <Select
            name="of"
            label={t("city")}
            defaultValue={city ?? ""}
            options={options(t("anyCity"), choices.cities)}
          />
        ) : null}
        {within.length > 0 ? (
          <Select
            name="in"
            label={t("section")}
            defaultValue={section ?? ""}
            options={options(
              t("anySection"),
              within.map(({ id, text }) => ({ id, name: text })),
            )}
          />
        ) : null}
        <div>
          <Button size="small">{t("show")}</Button>
        </div>
      </Form>
    </details>
  );
}
