// Narrows the feed: a form whose answers stand in the address, so that it can be sent to somebody and gone back to.
import { Form, useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { feedTopics, type FeedFilter } from "~/domain/activity/feed";
import type { FeedChoices } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";

interface FilterProps {
  filter: FeedFilter;
  choices: FeedChoices;
  isNarrowed: boolean;
}

export function Filter({ filter, choices, isNarrowed }: FilterProps) {
  const t = useT("feed");
  const navigate = useNavigate();
  /** What was left open need not stand in the address. Without a script it does, and means the same. */
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    );
    navigate(`?${new URLSearchParams(given).toString()}`, { preventScrollReset: true });
  };
  const options = (all: string, choices: ReadonlyArray<{ id: string; name: string }>) => [
    { value: "", label: all },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const topics = feedTopics.map((topic) => ({ id: topic, name: t(`topic.${topic}`) }));
  return (
    <Form method="get" onSubmit={show} className="feed-filter mb-8" aria-label={t("filter.label")}>
      <Select
        name="person"
        label={t("filter.person")}
        defaultValue={filter.personId ?? ""}
        options={options(t("filter.anybody"), choices.people)}
      />
      <Select
        name="city"
        label={t("filter.city")}
        defaultValue={filter.city ?? ""}
        options={options(t("filter.anyCity"), choices.cities)}
      />
      <Select
        name="topic"
        label={t("filter.topic")}
        defaultValue={filter.topic ?? ""}
        options={options(t("filter.anything"), topics)}
      />
      <Field name="from" type="date" label={t("filter.from")} defaultValue={filter.from ?? ""} />
      <Field name="to" type="date" label={t("filter.to")} defaultValue={filter.to ?? ""} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t("filter.show")}</Button>
        {isNarrowed ? (
          <LinkButton weight="bare" to="?" preventScrollReset>
            {t("filter.all")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}
