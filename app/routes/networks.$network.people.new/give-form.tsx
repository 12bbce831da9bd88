// The form of a role: for whom, which, for which cities, from when to when.
import { Form, useNavigation, useParams } from "@remix-run/react";
import { useState } from "react";
import { notHere } from "~/domain/access/giving";
import { cityRoles, type Role } from "~/domain/access/role";
import type { GivingChoices } from "~/domain/networks/roster.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { CitiesField } from "./cities-field";
import { cityFieldStart } from "~/ui/city-field";

interface GiveFormProps {
  choices: GivingChoices;
  /** Somebody of the network; without it an address is asked for. */
  personId?: string;
  wanted: { role: string | null; city: string | null };
  answer?: FormAnswer;
}

export function GiveForm({ choices, personId, wanted, answer }: GiveFormProps) {
  const t = useT("members", "frame");
  const format = useFormat();
  const { network } = useParams();
  const wrong = useWrongWords();
  const isBusy = useNavigation().formData?.get("intent") === "give";
  const { errors, values } = answer ?? {};
  const word = (each: Role) => t(`frame:role.${each}`);
  const ofCities = choices.roles.filter((each) => cityRoles.includes(each));
  const first = values?.role ?? wanted.role ?? ofCities[0] ?? choices.roles[0] ?? "";
  /** Set by a script alone: without one the boxes stay, and the server says where they do not belong. */
  const [role, setRole] = useState<string | null>(null);
  const isTicked = (id: string) =>
    values
      ? values[`${cityFieldStart}${id}`] !== undefined
      : id === wanted.city || choices.cities.length === 1;
  const citiesError = wrong(errors?.cities);
  return (
    <>
      <WrongSummary
        wrongs={errors}
        labels={{
          email: t("give.email"),
          role: t("give.role"),
          cities: t("give.cities"),
          since: t("give.since"),
          until: t("give.until"),
        }}
      />
      <Form method="post" className="grid gap-5">
        {personId ? (
          <input type="hidden" name="personId" value={personId} />
        ) : (
          <div>
            <Field
              id="email"
              name="email"
              type="email"
              autoComplete="off"
              label={t("give.email")}
              hint={t("give.emailHint")}
              error={wrong(errors?.email)}
              defaultValue={values?.email}
              required
            />
            {errors?.email?.key === notHere ? (
              // Takes along to the invitation what was chosen here.
              <Button
                size="small"
                className="mt-2"
                formMethod="get"
                formAction={`/networks/${network}/invitations/new`}
              >
                {t("give.invite", { email: errors.email.values?.email ?? "" })}
              </Button>
            ) : null}
          </div>
        )}
        <Select
          id="role"
          name="role"
          label={t("give.role")}
          options={choices.roles.map((each) => ({ value: each, label: word(each) }))}
          error={wrong(errors?.role)}
          defaultValue={first}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <CitiesField
          legend={t("give.cities")}
          hint={t("give.citiesHint", { roles: format.list(ofCities.map(word)) })}
          error={citiesError}
          cities={choices.cities.map(({ id, city }) => ({ id, city, isTicked: isTicked(id) }))}
          isHidden={role !== null && !(cityRoles as readonly string[]).includes(role)}
        />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Field
            id="since"
            name="since"
            type="date"
            label={t("give.since")}
            hint={t("give.sinceHint")}
            error={wrong(errors?.since)}
            defaultValue={values?.since}
          />
          <Field
            id="until"
            name="until"
            type="date"
            label={t("give.until")}
            hint={t("give.untilHint")}
            error={wrong(errors?.until)}
            defaultValue={values?.until}
          />
        </div>
        <div>
          <Button weight="main" name="intent" value="give" isBusy={isBusy}>
            {t("give.button")}
          </Button>
        </div>
      </Form>
    </>
  );
}
