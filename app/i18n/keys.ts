// Which keys `t` takes, so that `t("documents:no-such-key")` does not compile. i18next's own type says the same of our catalogues,
// and took tsc and the lint longer than all the rest of the house.
import type { Namespace, Words } from "./words";

/** Looks words up and puts the values in; `count` among them chooses the plural form. Keys without a prefix are the first namespace's. */
export type Translate<Names extends readonly Namespace[]> = (
  key: Keys[Names[0]] | PrefixedKeys[Names[number]],
  values?: Readonly<Record<string, unknown>>,
) => string;

type Keys = { [Name in Namespace]: KeysIn<Words[Name]> };

type PrefixedKeys = { [Name in Namespace]: `${Name}:${Keys[Name]}` };

/** Nested ones with dots, those with plural forms once. */
type KeysIn<Catalogue> = {
  [Key in keyof Catalogue & string]: Catalogue[Key] extends string
    ? WithoutPluralForm<Key>
    : `${Key}.${KeysIn<Catalogue[Key]>}`;
}[keyof Catalogue & string];

type WithoutPluralForm<Key extends string> = Key extends `${infer Stem}_${Intl.LDMLPluralRule}` ? Stem : Key;
