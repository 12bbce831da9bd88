// Words on the server and in components: typed keys, plural forms, and values that stay values.
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { formatFor } from "~/i18n/format";
import { tellWrong } from "~/i18n/tell-wrong";
import { useT } from "~/i18n/use-t";
import { serverI18n, translate } from "~/i18n/translate.server";

function rendered(language: string, Component: () => JSX.Element): string {
  return renderToString(
    <I18nextProvider i18n={serverI18n(language)}>
      <Component />
    </I18nextProvider>,
  );
}

test("a key that does not exist does not compile", () => {
  const t = translate("en");
  // @ts-expect-error no such key
  expect(() => t("documents:publish.nothing")).toThrow("documents:publish.nothing");
  // @ts-expect-error no such namespace
  expect(() => t("nowhere:title")).toThrow();
  expect(t("documents:publish.button")).toBe("Publish");
  expect(t("do.save")).toBe("Save");
});

test("in a component, a key of a namespace that was not asked for does not compile", () => {
  function Wrong() {
    const t = useT("documents");
    // @ts-expect-error signIn was not asked for
    return <p>{t("signIn:email")}</p>;
  }
  function Right() {
    const t = useT("documents", "signIn");
    return <p>{t("publish.button") + t("signIn:email")}</p>;
  }
  expect(rendered("en", Wrong)).toContain("E-mail");
  expect(rendered("en", Right)).toBe("<p>PublishE-mail address</p>");
});

test("a value that was forgotten is noticed before production", () => {
  expect(() => translate("en")("documents:publish.title")).toThrow('value "title"');
});

test("Lithuanian counts as Lithuanians do", () => {
  const t = translate("lt");
  const say = (count: number) => t("comments:count", { count });
  expect([1, 2, 10, 21, 1.5, 0].map(say)).toEqual([
    "1 komentaras",
    "2 komentarai",
    "10 komentarų",
    "21 komentaras",
    "1.5 komentaro",
    "0 komentarų",
  ]);
});

test("Latvian, Romanian and Italian count as they are counted", () => {
  const say = (language: string, counts: number[]) =>
    counts.map((count) => translate(language)("comments:count", { count }));
  expect(say("lv", [0, 1, 2, 11, 20, 21])).toEqual([
    "0 komentāru",
    "1 komentārs",
    "2 komentāri",
    "11 komentāru",
    "20 komentāru",
    "21 komentārs",
  ]);
  expect(say("ro", [0, 1, 2, 19, 20, 101, 120])).toEqual([
    "0 comentarii",
    "1 comentariu",
    "2 comentarii",
    "19 comentarii",
    "20 de comentarii",
    "101 comentarii",
    "120 de comentarii",
  ]);
  expect(say("it", [0, 1, 2, 1_000_000])).toEqual([
    "0 commenti",
    "1 commento",
    "2 commenti",
    "1000000 commenti",
  ]);
});

test("a code without words gets English", () => {
  expect(translate("xx")("do.save")).toBe("Save");
  expect(serverI18n("__proto__").language).toBe("en");
});

test("what is put in is put in as it is", () => {
  const t = translate("en");
  const nasty = "{{title}} $t(do.save) <b> & $& $1";
  const sentence = t("activity:sentence.document-published", { name: nasty, title: "Practice" });
  expect(sentence).toBe(`${nasty} published “Practice”`);
  expect(rendered("en", () => <p>{sentence}</p>)).toContain("&lt;b&gt; &amp; $&amp; $1");
});

test("what the domain says is wrong becomes a sentence with its numbers", () => {
  const tell = (language: string, key: string, values?: Record<string, number>) =>
    tellWrong(serverI18n(language).getFixedT(language, ["errors"]), formatFor(language, "UTC"), {
      key,
      values,
    });
  expect(tell("en", "required")).toBe("Fill this in.");
  expect(tell("en", "tooLong", { limit: 20_000 })).toBe("At most 20,000 characters.");
  expect(tell("lt", "tooLong", { limit: 20_000 })).toBe("Telpa iki 20\u00a0000 ženklų.");
  expect(tell("en", "tooManyTries", { minutes: 1 })).toBe("Too many tries. Try again in 1 minute.");
  expect(tell("lt", "tooManyTries", { minutes: 21 })).toBe("Per daug bandymų. Bandykite vėl po 21 minutės.");
  expect(tell("en", "textTooLong", { limit: 2_000_000, length: 2_000_001 })).toContain(
    "has 2.01 MB; at most 2 MB fit",
  );
});
