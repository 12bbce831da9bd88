// Where a page's words lie among the built files, so that the browser fetches them beside the scripts and not after them.
import { defaultLanguage, pseudoLanguage, shownLanguage } from "./languages";
import type { Shelf } from "./words";

/** The part of Vite's manifest that is read here: source path → built file. */
export type BuildManifest = Record<string, { file: string; imports?: string[] } | undefined>;

/** Paths below the assets' public address for <link rel="modulepreload">; empty for what the manifest does not know. */
export function wordsToPreload(manifest: BuildManifest, language: string, isReading: boolean): string[] {
  const shown = shownLanguage(language);
  const source = shown === pseudoLanguage ? defaultLanguage : shown;
  const shelves: Shelf[] = isReading ? ["reading"] : ["reading", "desk"];
  return shelves.flatMap((shelf) => manifest[`app/i18n/catalogues/${source}/${shelf}.ts`]?.file ?? []);
}
