// The one way to words in a component: `const t = useT("documents")`, then `t("publish.button")` or, of a second namespace, `t("errors:required")`.
import type { i18n } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import { intlLocale } from "./format";
import type { Translate } from "./keys";
import { deskNeeded } from "./load-browser-i18n";
import { filled, type Namespace } from "./words";

/** Of whichever namespaces: the keys are typed where words are asked for. */
type Speak = (key: string, values?: Readonly<Record<string, unknown>>) => string;

const made = new WeakMap<i18n, Map<string, Speak>>();

/**
 * The words of these namespaces; keys without a prefix are the first one's. The same function on every render. Suspends where the
 * namespace stands on a shelf not fetched yet: only a change of screen may come upon that, and waits for it. Whatever a reading
 * screen can show without leaving it, its errors and the sign-in included, belongs on the reading shelf.
 * Instead of react-i18next's own hook: that one subscribes every component to changes of language, which here load a new page.
 */
export function useT<const Names extends readonly [Namespace, ...Namespace[]]>(
  ...namespaces: Names
): Translate<Names> {
  const speaker = useI18n();
  if (!namespaces.every((name) => speaker.hasResourceBundle(speaker.language, name)))
    throw deskNeeded(speaker);
  const known = made.get(speaker) ?? new Map<string, Speak>();
  made.set(speaker, known);
  const key = namespaces.join(" ");
  let t = known.get(key);
  if (!t) {
    const fixed = speaker.getFixedT(speaker.language, [...namespaces]);
    known.set(key, (t = remembering(fixed, new Intl.PluralRules(intlLocale(speaker.language)))));
  }
  return t;
}

/** i18next looks for the words of each key (and plural form) once, not on every render; values are put in each time. */
function remembering(fixed: Speak, plurals: Intl.PluralRules): Speak {
  const found = new Map<string, string>();
  const t: Speak = (key, values) => {
    const form = typeof values?.count === "number" ? `${key} ${plurals.select(values.count)}` : key;
    let words = found.get(form);
    if (words === undefined) {
      words = String(fixed(key, { ...values, skipInterpolation: true }));
      found.set(form, words);
    }
    return filled(words, values ?? {});
  };
  return Object.assign(t, fixed);
}

/** The page's i18next, from <I18nextProvider>; `language` of it is the page's. */
export function useI18n(): i18n {
  // The context is null outside the provider, whatever its type says.
  const context = useContext(I18nContext) as { i18n: i18n } | null;
  if (!context) throw new Error("words are asked for outside <I18nextProvider>");
  return context.i18n;
}
