// Choosing among the languages in which Torg speaks, each by its own name.
import { languageCodes, languages } from "~/i18n/languages";
import { Select, type SelectProps } from "./select";

const options = languageCodes.map((code) => ({ value: code, label: languages[code], lang: code }));

export function LanguageSelect(attributes: Omit<SelectProps, "name" | "options">) {
  return <Select id="language" {...attributes} name="language" options={options} />;
}
