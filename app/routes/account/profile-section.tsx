// Name, language, time zone, colours, shortcuts.
import { Form } from "@remix-run/react";
import { colourChoices, nameLimit } from "~/domain/accounts/account";
import type { ChangeProfile } from "~/domain/accounts/account-orders";
import type { FormAnswer } from "~/http/form";
import { formatFor } from "~/i18n/format";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices, TickBox } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { LanguageSelect } from "~/ui/language-select";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface ProfileSectionProps {
  profile: ChangeProfile & { email: string };
  timeZones: string[];
  now: Date;
  answer?: FormAnswer;
  isSaved: boolean;
}

export function ProfileSection({ profile, timeZones, now, answer, isSaved }: ProfileSectionProps) {
  const t = useT("accounts", "frame", "signIn");
  const wrong = useWrongWords();
  const own = answer?.intent === "profile" ? answer : undefined;
  const { errors, values } = own ?? {};
  const time = formatFor(profile.language, profile.timeZone).time(now);
  return (
    <>
      {isSaved ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("profile.saved")}
          </Notice>
        </div>
      ) : null}
      <WrongSummary
        wrongs={errors}
        labels={{ name: t("profile.name"), language: t("profile.language"), timeZone: t("profile.timeZone") }}
      />
      {/* A new language needs new words: the whole page is loaded with them. */}
      <Form method="post" reloadDocument className="grid gap-5">
        <Field
          id="name"
          name="name"
          autoComplete="name"
          label={t("profile.name")}
          hint={t("profile.nameHint")}
          limit={nameLimit}
          error={wrong(errors?.name)}
          defaultValue={values?.name ?? profile.name}
          required
        />
        <Field
          id="email"
          name="email"
          label={t("signIn:email")}
          hint={t("profile.emailHint")}
          value={profile.email}
          readOnly
        />
        <LanguageSelect
          label={t("profile.language")}
          error={wrong(errors?.language)}
          defaultValue={values?.language ?? profile.language}
        />
        <Select
          id="timeZone"
          name="timeZone"
          label={t("profile.timeZone")}
          hint={t("profile.timeZoneHint", { time })}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          error={wrong(errors?.timeZone)}
          defaultValue={values?.timeZone ?? profile.timeZone}
        />
        <Choices
          legend={t("frame:colours.label")}
          name="colours"
          choices={colourChoices.map((value) => ({ value, label: t(`frame:colours.${value}`) }))}
          defaultValue={values?.colours ?? profile.colours}
        />
        <TickBox
          label={t("profile.shortcuts")}
          name="hasShortcuts"
          hint={t("profile.shortcutsHint")}
          isTicked={profile.hasShortcuts}
        />
        <div>
          <Button weight="main" name="intent" value="profile">
            {t("frame:do.save")}
          </Button>
        </div>
      </Form>
    </>
  );
}
