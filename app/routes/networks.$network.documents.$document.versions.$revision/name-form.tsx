// Giving a version its name, for good.
import { Form, useNavigation } from "@remix-run/react";
import { versionNameLimit, versionNoteLimit } from "~/domain/documents/version";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

export function NameForm({ answer }: { answer?: FormAnswer }) {
  const t = useT("versions");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  return (
    <section aria-labelledby="name-version" className="mt-10 border-t border-line pt-8">
      <h2 id="name-version" className="text-section">
        {t("name.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("name.lead")}</p>
      <WrongSummary wrongs={errors} labels={{ name: t("name.name"), note: t("name.note") }} />
      <Form method="post" className="grid gap-5">
        <Field
          id="version-name"
          name="name"
          label={t("name.name")}
          hint={t("name.nameHint")}
          limit={versionNameLimit}
          error={wrong(errors?.name)}
          defaultValue={values?.name}
          required
        />
        <TextArea
          id="version-note"
          name="note"
          label={t("name.note")}
          hint={t("name.noteHint")}
          limit={versionNoteLimit}
          error={wrong(errors?.note)}
          defaultValue={values?.note}
          isOptional
        />
        <div>
          <Button weight="main" name="intent" value="name" isBusy={isBusy}>
            {t("name.button")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
