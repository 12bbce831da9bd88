// Choosing one city: a form that puts the choice into the address, and with a script does so at once.
import { Form, useSubmit } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";

interface CityFilterProps {
  cities: Array<{ id: string; city: string }>;
  city: string;
  role: string;
}

export function CityFilter({ cities, city, role }: CityFilterProps) {
  const t = useT("members");
  const submit = useSubmit();
  if (cities.length < 2) return null;
  return (
    <Form
      method="get"
      className="mb-6 flex max-w-sm flex-wrap items-end gap-3"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      {role ? <input type="hidden" name="role" value={role} /> : null}
      <Select
        key={city}
        id="city"
        name="city"
        label={t("people.filterCity")}
        frameClassName="flex-1"
        options={[
          { value: "", label: t("people.allCities") },
          ...cities.map(({ id, city: label }) => ({ value: id, label })),
        ]}
        defaultValue={city}
      />
      <noscript>
        <Button>{t("people.show")}</Button>
      </noscript>
    </Form>
  );
}
