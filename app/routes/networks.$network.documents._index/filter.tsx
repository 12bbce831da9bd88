// Narrows and sorts the list: a form whose answers stand in the address, so that it can be sent to somebody and gone back to.
import { Form, useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { contentLanguages } from "~/domain/documents/document";
import {
  isNarrowed,
  listedStates,
  listOrders,
  listSearch,
  type DocumentFilter,
} from "~/domain/documents/document-list";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { useFormat } from "~/ui/use-reader";

interface FilterProps {
  filter: DocumentFilter;
  cities: Array<{ id: string; name: string }>;
  /** Offered while one types. */
  topics: readonly string[];
}

export function Filter({ filter, cities, topics }: FilterProps) {
  const t = useT("lists");
  const { languageName } = useFormat();
  const navigate = useNavigate();
  const { kind, whose, sort } = filter;
  /** What was left open need not stand in the address. Without a script it does, and means the same. */
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
    );
    navigate(listSearch(Object.fromEntries(given)), { preventScrollReset: true });
  };
  const isSet = isNarrowed({ ...filter, whose: undefined }) || sort !== undefined;
  return (
    <details className="fold mb-6" open={isSet}>
      <summary>
        <Icon name="chevron-right" size={14} />
        {t("filter.summary")}
      </summary>
      <Form method="get" onSubmit={show} className="list-filter mt-3" aria-label={t("filter.label")}>
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
        {whose ? <input type="hidden" name="whose" value={whose} /> : null}
        <Select
          name="city"
          label={t("filter.city")}
          defaultValue={filter.city ?? ""}
          options={[
            { value: "", label: t("filter.anyCity") },
            ...cities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="state"
          label={t("filter.state")}
          defaultValue={filter.state ?? ""}
          options={[
            { value: "", label: t("filter.anyState") },
            ...listedStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          ]}
        />
        <Select
          name="language"
          label={t("filter.language")}
          defaultValue={filter.language ?? ""}
          options={[
            { value: "", label: t("filter.anyLanguage") },
            ...contentLanguages.map((code) => ({ value: code, label: languageName(code) })),
          ]}
        />
        <Field name="topic" label={t("filter.topic")} defaultValue={filter.topic ?? ""} list="topics" />
        <datalist id="topics">
          {topics.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <Field name="from" type="date" label={t("filter.from")} defaultValue={filter.from ?? ""} />
        <Field name="to" type="date" label={t("filter.to")} defaultValue={filter.to ?? ""} />
        <Select
          name="sort"
          label={t("filter.sort")}
          defaultValue={sort ?? listOrders[0]}
          options={listOrders.map((order) => ({ value: order, label: t(`sort.${order}`) }))}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit">{t("filter.show")}</Button>
          {isSet ? (
            <LinkButton weight="bare" to={listSearch({ kind, whose })} preventScrollReset>
              {t("filter.all")}
            </LinkButton>
          ) : null}
        </div>
      </Form>
    </details>
  );
}
