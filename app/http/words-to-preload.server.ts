// Which built files hold the words of a page, so that the browser fetches them beside the scripts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wordsToPreload, type BuildManifest } from "~/i18n/preloads";
import { once } from "~/platform/once";
import { root } from "~/platform/root.server";

/** Public addresses of the files; none in development, where a build that lies there is an earlier one, and not what is served. */
export function wordFiles(language: string, isReading: boolean): string[] {
  if (process.env.NODE_ENV !== "production") return [];
  return wordsToPreload(manifest(), language, isReading).map((file) => `/${file}`);
}

function manifest(): BuildManifest {
  return once("build-manifest", () => {
    try {
      return JSON.parse(
        readFileSync(join(root(), "build/.vite/client-manifest.json"), "utf8"),
      ) as BuildManifest;
    } catch {
      return {};
    }
  });
}
