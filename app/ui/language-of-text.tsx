// The choice of the language in which a text is written.
import { contentLanguages } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { Select } from "./select";
import { useFormat } from "./use-reader";

interface LanguageOfTextProps {
  error?: string;
  defaultValue: string;
  onChange?: () => void;
}

export function LanguageOfText({ error, defaultValue, onChange }: LanguageOfTextProps) {
  const t = useT("documents");
  const { languageName } = useFormat();
  return (
    <Select
      id="language"
      name="language"
      label={t("field.language")}
      options={contentLanguages.map((code) => ({ value: code, label: languageName(code) }))}
      error={error}
      defaultValue={defaultValue}
      onChange={onChange}
    />
  );
}
