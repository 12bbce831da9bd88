// The form of one invitation. Without a script all its parts are there; with one, only those that belong to the role.
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { nameLimit } from "~/domain/accounts/account";
import { isRole, rolesUntilADate, type Role } from "~/domain/access/role";
import { partnersOf, rolesOfGroups } from "~/domain/networks/invitation";
import type { InvitationChoices } from "~/domain/networks/invitation-choices.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { LanguageSelect } from "~/ui/language-select";
import { Select } from "~/ui/select";
import { useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { PartnerBoxes } from "./partner-boxes";

interface InvitationFormProps {
  choices: InvitationChoices;
  errors: FormAnswer["errors"];
  values: FormAnswer["values"];
}

export function InvitationForm({ choices, errors, values }: InvitationFormProps) {
  const t = useT("invitations", "frame", "networks", "members");
  const wrong = useWrongWords();
  const { language } = useReader();
  const isBusy = useNavigation().state === "submitting";
  const first: Role =
    choices.roles.find((role) => partnersOf[role] === "one") ?? choices.roles[0] ?? "observer";
  const [role, setRole] = useState<Role>(isRole(values?.role ?? "") ? (values?.role as Role) : first);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const isEndNeeded = isAwake && rolesUntilADate.includes(role);
  const many = isAwake ? partnersOf[role] : "any";
  return (
    <>
      <WrongSummary
        wrongs={errors}
        labels={{
          email: t("new.email"),
          name: t("new.name"),
          role: t("new.role"),
          partners: t("new.partners"),
          localGroupId: t("new.group"),
          until: t("new.until"),
          language: t("new.language"),
        }}
      />
      <Form method="post" className="grid gap-5">
        <Field
          id="email"
          name="email"
          type="email"
          autoComplete="off"
          label={t("new.email")}
          error={wrong(errors?.email)}
          defaultValue={values?.email}
          required
        />
        <Field
          id="name"
          name="name"
          autoComplete="off"
          label={t("new.name")}
          hint={t("new.nameHint")}
          limit={nameLimit}
          error={wrong(errors?.name)}
          defaultValue={values?.name}
          isOptional
        />
        <Select
          id="role"
          name="role"
          label={t("new.role")}
          hint={t(`networks:roleAbout.${role}`)}
          options={choices.roles.map((value) => ({ value, label: t(`frame:role.${value}`) }))}
          error={wrong(errors?.role)}
          defaultValue={role}
          onChange={({ currentTarget: { value } }) => isRole(value) && setRole(value)}
        />
        {many === "none" ? null : (
          <PartnerBoxes
            key={many}
            isOne={many === "one"}
            partners={choices.partners}
            hint={t(`new.partnersHint.${many}`)}
            error={wrong(errors?.partners)}
            values={values}
          />
        )}
        {choices.groups.length > 0 && (!isAwake || rolesOfGroups.includes(role)) ? (
          <Select
            id="localGroupId"
            name="localGroupId"
            label={t("new.group")}
            hint={t("new.groupHint")}
            options={[
              { value: "", label: t("new.allGroups") },
              ...choices.groups.map(({ id, name, city }) => ({
                value: id,
                label: t("new.groupOfCity", { city, name }),
              })),
            ]}
            error={wrong(errors?.localGroupId)}
            defaultValue={values?.localGroupId}
          />
        ) : null}
        <Field
          id="until"
          name="until"
          type="date"
          className="max-w-56"
          label={t("new.until")}
          hint={t(isEndNeeded ? "members:person.lastDayNeeded" : "new.untilHint")}
          error={wrong(errors?.until)}
          defaultValue={values?.until}
          isOptional={!isEndNeeded}
        />
        <LanguageSelect
          label={t("new.language")}
          error={wrong(errors?.language)}
          defaultValue={values?.language ?? language}
        />
        <div>
          <Button weight="main" name="intent" value="invite" isBusy={isBusy}>
            {t("new.button")}
          </Button>
        </div>
      </Form>
    </>
  );
}
