// Adding pictures and files from this device, with a script or without.
import { Form, useNavigation } from "@remix-run/react";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

export function AddForm({ megabytes, answer }: { megabytes: number; answer?: FormAnswer }) {
  const t = useT("files");
  const wrong = useWrongWords();
  const { state, formData } = useNavigation();
  const errors = answer?.intent === "add" ? answer.errors : undefined;
  return (
    <section aria-labelledby="add-files" className="mt-12 border-t border-line pt-8">
      <h2 id="add-files" className="mb-5 text-section">
        {t("add.title")}
      </h2>
      <WrongSummary wrongs={errors} labels={{ file: t("add.file") }} />
      <Form method="post" encType="multipart/form-data" className="grid max-w-xl gap-5">
        <Field
          id="file"
          type="file"
          name="file"
          multiple
          label={t("add.file")}
          hint={t("add.hint", { megabytes })}
          error={wrong(errors?.file)}
        />
        <div>
          <Button
            weight="main"
            name="intent"
            value="add"
            isBusy={state !== "idle" && formData?.get("intent") === "add"}
          >
            {t("add.button")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
