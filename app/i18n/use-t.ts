// The one way to words in a component: `const t = useT("documents")`, then `t("publish.button")` or, of a second namespace, `t("errors:required")`.
import type { i18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import { intlLocale } from "./format";
import { deskNeeded } from "./load-browser-i18n";
import { filled, type Namespace } from "./words";

type Translate = TFunction<[Namespace, ...Namespace[]]>;

const made = new WeakMap<i18n, Map<string, Translate>>();

/**
 * The words of these namespaces; keys without a prefix are the first one's. The same function on every render. Suspends where the
 * namespace stands on a shelf not fetched yet: only a change of screen may come upon that, and waits for it. Whatever a reading
 * screen can show without leaving it, its errors and the sign-in included, belongs on the reading shelf.
 * Instead of react-i18next's own hook: that one subscribes every component to changes of language, which here load a new page.
 */
export function useT<const Names extends readonly [Namespace, ...Namespace[]]>(
  ...namespaces: Names
): TFunction<Names> {
  const speaker = useI18n();
  if (!namespaces.every((name) => speaker.hasResourceBundle(speaker.language, name)))
    throw deskNeeded(speaker);
  const known = made.get(speaker) ?? new Map<string, Translate>();
  made.set(speaker, known);
  const key = namespaces.join(" ");
  let t = known.get(key);
  if (!t) {
    const fixed = speaker.getFixedT(speaker.language, [...namespaces] as [Namespace, ...Namespace[]]);
    known.set(key, (t = remembering(fixed, new Intl.PluralRules(intlLocale(speaker.language)))));
  }
  return t as unknown as TFunction<Names>;
}

/** i18next looks for the words of each key (and plural form) once, not on every render; values are put in each time. */
function remembering(fixed: Translate, plurals: Intl.PluralRules): Translate {
  const found = new Map<string, string>();
  const t = (key: string, values?: Record<string, unknown>): string => {
    const form = typeof values?.count === "number" ? `${key} ${plurals.select(values.count)}` : key;
    let words = found.get(form);
    if (words === undefined) {
      words = String(Reflect.apply(fixed, undefined, [key, { ...values, skipInterpolation: true }]));
      found.set(form, words);
    }
    return filled(words, values ?? {});
  };
  return Object.assign(t, fixed) as unknown as Translate;
}

/** The page's i18next, from <I18nextProvider>; `language` of it is the page's. */
export function useI18n(): i18n {
  // The context is null outside the provider, whatever its type says.
  const context = useContext(I18nContext) as { i18n: i18n } | null;
  if (!context) throw new Error("words are asked for outside <I18nextProvider>");
  return context.i18n;
}
