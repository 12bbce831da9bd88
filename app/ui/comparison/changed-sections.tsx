// Which sections changed, how much and by whom: what comes first when two texts are compared.
import type { ComparedSection } from "~/text/comparison/comparison";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "../facts-line";
import { useFormat } from "../use-reader";

interface ChangedSectionsProps {
  sections: readonly ComparedSection[];
  /** Who changed each of them, in words; "" where that is not known more exactly. */
  authors: readonly string[];
  lang: string;
}

export function ChangedSections({ sections, authors, lang }: ChangedSectionsProps) {
  return (
    <ol className="compared-sections">
      {sections.map((section, index) => (
        <li key={index}>
          <a
            className="link font-semibold"
            href={`#change-${section.firstChange}`}
            lang={section.isOurs ? undefined : lang}
          >
            {section.title}
          </a>
          <SectionFacts section={section} by={authors[index] ?? ""} />
        </li>
      ))}
    </ol>
  );
}

function SectionFacts({
  section: { state, added, removed, moved, restyled },
  by,
}: {
  section: ComparedSection;
  by: string;
}) {
  const t = useT("comparing");
  return (
    <FactsLine
      facts={[
        state === "added" && { key: "state", value: t("newSection") },
        state === "removed" && { key: "state", value: t("goneSection") },
        added > 0 && { key: "added", value: `+\u2009${t("added", { count: added })}` },
        removed > 0 && { key: "removed", value: `\u2212\u2009${t("removed", { count: removed })}` },
        moved > 0 && { key: "moved", value: `\u2195\u2009${t("movedCount", { count: moved })}` },
        restyled > 0 && { key: "restyled", value: t("restyledCount", { count: restyled }) },
        state === "stands" &&
          added + removed + moved + restyled === 0 && { key: "noWords", value: t("noWords") },
        by !== "" && { key: "by", value: by },
      ]}
    />
  );
}

/** Names with their cities, as "Officer of Alytus (Alytus)". */
export function useAuthorNames(): (authors: ReadonlyArray<{ name: string; cities: string[] }>) => string {
  const format = useFormat();
  return (authors) =>
    format.list(
      authors.map(({ name, cities }) => (cities.length === 0 ? name : `${name} (${format.list(cities)})`)),
    );
}
