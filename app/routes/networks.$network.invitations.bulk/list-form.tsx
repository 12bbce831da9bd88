// Where the list is pasted or its file chosen, with an example of one.
import { Form, useNavigation } from "@remix-run/react";
import { bulkColumns } from "~/domain/networks/bulk-invitation";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

const example = [
  bulkColumns.join(","),
  "ona@city.example,Ona,Project officer,Alytus,lt,",
  "expert@firm.example,,Ad-hoc expert,Alytus; Novska,en,2027-12-31",
].join("\n");

export function ListForm({ answer, text }: { answer?: FormAnswer; text?: string }) {
  const t = useT("invitations");
  const wrong = useWrongWords();
  const isBusy = useNavigation().formData?.get("intent") === "preview";
  const errors = answer?.errors;
  return (
    <section className={text ? "mt-10 border-t border-line pt-8" : undefined}>
      {text ? <h2 className="mb-4 text-section">{t("bulk.change")}</h2> : null}
      <WrongSummary wrongs={errors} labels={{ file: t("bulk.file"), csv: t("bulk.csv") }} />
      <Form method="post" encType="multipart/form-data" className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Field
          id="file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          label={t("bulk.file")}
          hint={t("bulk.fileHint")}
          error={wrong(errors?.file)}
        />
        <TextArea
          id="csv"
          name="csv"
          rows={8}
          isWriting
          label={t("bulk.csv")}
          hint={t("bulk.csvHint")}
          error={wrong(errors?.csv)}
          defaultValue={text}
        />
        <details className="fold">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("bulk.example")}
          </summary>
          <pre className="mt-2 border border-line p-3 text-small wrap-anywhere whitespace-pre-wrap">
            {example}
          </pre>
          <p className="mt-2 max-w-[70ch] text-small text-quiet">{t("bulk.examplePartsHint")}</p>
        </details>
        <div>
          <Button weight={text ? "plain" : "main"} name="intent" value="preview" isBusy={isBusy}>
            {t("bulk.preview")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
