// What is told of a version wherever it stands: who wrote it, and what it was published, signed or named as.
import type { Version } from "~/domain/documents/versions.server";
import { nameOf } from "~/domain/documents/version";
import { useT } from "~/i18n/use-t";
import type { Fact } from "./facts-line";
import { useFormat } from "./use-reader";

type Called = Parameters<typeof nameOf>[0];

/** What a version is called where it stands: its name, its publication, or its moment. */
export function useVersionName(): (version: Called & { at: Date }) => string {
  const t = useT("versions");
  const format = useFormat();
  return (version) => {
    const called = nameOf(version);
    if (!called) return format.dateTime(version.at);
    return "name" in called ? called.name : t("publication", { number: called.number });
  };
}

interface Choice {
  value: string;
  label: string;
}

/** Versions to choose from, by what they are called and their moment. */
export function useVersionChoices(
  versions: ReadonlyArray<Called & { revision: number; at: Date; isNow: boolean }>,
): Choice[] {
  const whole = useVersionNameAndMoment();
  const choice = useChoice();
  return versions.map((version) => choice(version, whole(version)));
}

function useChoice(): (version: { revision: number; isNow: boolean }, label: string) => Choice {
  const t = useT("comparing");
  return ({ revision, isNow }, label) => ({
    value: String(revision),
    label: isNow ? `${t("choose.now")} (${label})` : label,
  });
}

/** What a version is called, with its moment. */
export function useVersionNameAndMoment(): ReturnType<typeof useVersionName> {
  const nameOfVersion = useVersionName();
  const format = useFormat();
  return (version) => {
    const moment = format.dateTime(version.at);
    return nameOf(version) ? `${nameOfVersion(version)}, ${moment}` : moment;
  };
}

export interface ToldOfVersion {
  /** What it is called. */
  name: string;
  moment: string;
  facts: Array<Fact | null | false>;
  /** By what it can be chosen. */
  choice: Choice;
}

/** All that is told of a version in a list; asked for once, and told once of each, since dates and hooks of five hundred rows take their time. */
export function useToldOfVersion(): (version: Version) => ToldOfVersion {
  const nameOfVersion = useVersionName();
  const factsOf = useVersionFacts();
  const choice = useChoice();
  const format = useFormat();
  return (version) => {
    const moment = format.dateTime(version.at);
    const name = nameOf(version) ? nameOfVersion(version) : null;
    return {
      ...{ name: name ?? moment, moment, facts: factsOf(version) },
      choice: choice(version, name === null ? moment : `${name}, ${moment}`),
    };
  };
}

/** What is told of a version besides what it is called; asked for once for all that a page shows. */
export function useVersionFacts(): (version: Version) => Array<Fact | null | false> {
  const t = useT("versions");
  const format = useFormat();
  const publishedAs = (visibility: string, date: string) =>
    visibility === "public" ? t("publishedPublic", { date }) : t("publishedNetwork", { date });
  return ({ authors, published, isSigned, named }) => [
    { key: "authors", value: format.list(authors.map(({ name }) => name)) },
    published && {
      key: "published",
      value: `${publishedAs(published.visibility, format.date(published.at))}${published.isWithdrawn ? ` (${t("withdrawn")})` : ""}`,
    },
    isSigned ? { key: "signed", value: t("signed") } : null,
    named &&
      named.name !== "" && {
        key: "named",
        value: t("namedBy", { name: named.by, date: format.date(named.at) }),
      },
  ];
}
