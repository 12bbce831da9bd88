// One section of a template: its heading, and what belongs under it.
import { templateLimits } from "~/domain/documents/template";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";

interface SectionFieldsProps {
  prefix: string;
  row: Record<string, string>;
  language: string;
  errors: FormAnswer["errors"];
}

export function SectionFields({ prefix, row, language, errors }: SectionFieldsProps) {
  const t = useT("templates");
  const wrong = useWrongWords();
  const [heading, guidance] = [`${prefix}.heading`, `${prefix}.guidance`];
  return (
    <div className="grid gap-3">
      <Field
        id={heading}
        name={heading}
        label={t("heading")}
        limit={templateLimits.heading}
        error={wrong(errors?.[heading])}
        defaultValue={row.heading}
        lang={language}
      />
      <TextArea
        id={guidance}
        name={guidance}
        label={t("guidance")}
        limit={templateLimits.guidance}
        rows={2}
        error={wrong(errors?.[guidance])}
        defaultValue={row.guidance}
        lang={language}
      />
    </div>
  );
}
