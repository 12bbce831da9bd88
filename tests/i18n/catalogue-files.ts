// The catalogues as tests look at them: straight from the files, so that nothing the app does to them hides a fault.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../app/i18n/catalogues/", import.meta.url));

/** The codes of all languages that have a folder. */
export const catalogueLanguages = readdirSync(folder);

/** "namespace:path.to.key" → string, of one language. What is not a string is given as its JSON, to be found wrong. */
export function stringsOf(language: string): Map<string, string> {
  const strings = new Map<string, string>();
  for (const file of readdirSync(`${folder}${language}`)) {
    if (!file.endsWith(".json")) continue;
    const words: unknown = JSON.parse(readFileSync(`${folder}${language}/${file}`, "utf8"));
    collect(words, `${file.slice(0, -".json".length)}:`, strings);
  }
  return strings;
}

/** The files of a language's folder. */
export function filesOf(language: string): string[] {
  return readdirSync(`${folder}${language}`).sort();
}

/** What is put into a string, sorted. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1] ?? ""))].sort();
}

function collect(words: unknown, path: string, strings: Map<string, string>): void {
  if (typeof words !== "object" || words === null || Array.isArray(words)) {
    strings.set(path, typeof words === "string" ? words : JSON.stringify(words));
    return;
  }
  for (const [key, value] of Object.entries(words)) {
    collect(value, path.endsWith(":") ? path + key : `${path}.${key}`, strings);
  }
}
