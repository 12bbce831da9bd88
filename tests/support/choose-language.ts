// Another language of the screens, chosen as people do it: in the menu of their account.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { languages, type Language } from "~/i18n/languages";
import { translate } from "~/i18n/translate.server";
import { awake } from "./browser";

/** Comes back when the page speaks it. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  const from = translate((await page.locator("html").getAttribute("lang")) ?? "");
  const account = from("frame:top.account", { name: "" }).trim();
  await page.getByRole("button", { name: new RegExp(account) }).click();
  const choice = page.getByRole("menuitemradio", { name: languages[language] });
  expect(await choice.locator("span").first().getAttribute("lang")).toBe(language);
  await choice.click();
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  await awake(page);
}
