// Which template: of which kind of document, in which language of the text; an address of its own for each.
import { Form, useSubmit } from "@remix-run/react";
import { contentLanguages, documentKinds, type DocumentKind } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { useFormat } from "~/ui/use-reader";

interface TemplateChoiceProps {
  kind: DocumentKind;
  language: string;
  /** The languages in which this kind's template is the network's own. */
  changedIn: readonly string[];
}

export function TemplateChoice({ kind, language, changedIn }: TemplateChoiceProps) {
  const t = useT("templates", "documents");
  const { languageName } = useFormat();
  const submit = useSubmit();
  return (
    <Form
      key={`${kind} ${language}`}
      method="get"
      className="mb-8 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <Select
        id="kind"
        name="kind"
        label={t("kind")}
        defaultValue={kind}
        options={documentKinds.map((value) => ({ value, label: t(`documents:kind.${value}`) }))}
      />
      <Select
        id="language"
        name="language"
        label={t("documents:field.language")}
        defaultValue={language}
        options={contentLanguages.map((value) => ({
          value,
          label: changedIn.includes(value)
            ? t("changedIn", { language: languageName(value) })
            : languageName(value),
        }))}
      />
      <Button>{t("show")}</Button>
    </Form>
  );
}
