// The choice of the language in which a text is written.
import { contentLanguages } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { Select } from "./select";
import { useFormat } from "./use-reader";

interface LanguageOfTextProps {
  hint?: string;
  error?: string;
  defaultValue: string;
  onChange?: () => void;
}

export function LanguageOfText({ hint, error, defaultValue, onChange }: LanguageOfTextProps) {
  const t = useT("documents");
  const { languageName } = useFormat();
  return (
    <Select
      id="language"
      name="language"
      label={t("field.language")}
      hint={hint}
      options={contentLanguages.map((code) => ({ value: code, label: languageName(code) }))}
      error={error}
      defaultValue={defaultValue}
      onChange={onChange}
    />
  );
}
