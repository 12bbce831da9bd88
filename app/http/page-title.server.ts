// How a page is called in the browser's tab and history.
import { translate } from "~/i18n/translate.server";

/** "Good practices · TechRevolution 2.0 · Torg", in this language. */
export function pageTitle(language: string, ...parts: string[]): string {
  return translate(language)("frame:title", { page: parts.join(" · ") });
}
