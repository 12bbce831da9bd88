// What happened in one readable sentence, in the reader's language: the same words on the home and in the feed.
import { preciseSentences, type PreciseKind } from "~/domain/activity/feed";
import type { FeedRow } from "~/domain/networks/feed.server";
import { useT } from "~/i18n/use-t";
import { useFormat } from "./use-reader";

export type Said = Pick<
  FeedRow,
  "kind" | "by" | "title" | "isDeleted" | "cities" | "person" | "role" | "precisely" | "language"
>;

/** Makes sentences; the values they may put in are those of `sentenceValues` (domain/activity/feed.ts). */
export function useSentence(): (row: Said) => string {
  const t = useT("activity", "frame");
  const format = useFormat();
  return ({ kind, by, title, isDeleted, cities, person, role, precisely, language }) => {
    const city = format.list(cities);
    const word = role ? t(`frame:role.${role}`) : "";
    const values = {
      name: by?.name ?? t("someone"),
      title: isDeleted ? t("deletedText") : isOfCity(kind) && city ? `${title}, ${city}` : title,
      city,
      person: person || t("someone"),
      language: language === null ? "" : format.languageName(language),
      as: word && city ? t("frame:roleOfCity", { role: word, city }) : word || city,
    };
    const key = precisely !== null && isPrecise(kind) ? precise(kind, precisely) : undefined;
    return key ? t(`sentenceTo.${key}`, values) : t(`sentence.${kind}`, values);
  };
}

/** A deliverable is owed by many cities under one title: whose it is belongs to its name, as on its page. */
function isOfCity(kind: FeedRow["kind"]): boolean {
  return kind.startsWith("deliverable-");
}

type PreciseKey = {
  [Kind in PreciseKind]: `${Kind}.${(typeof preciseSentences)[Kind]["values"][number]}`;
}[PreciseKind];

function isPrecise(kind: string): kind is PreciseKind {
  return Object.hasOwn(preciseSentences, kind);
}

function precise(kind: PreciseKind, value: string): PreciseKey | undefined {
  const { values } = preciseSentences[kind];
  return (values as readonly string[]).includes(value) ? (`${kind}.${value}` as PreciseKey) : undefined;
}
