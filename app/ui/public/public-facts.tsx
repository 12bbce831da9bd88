// What a public text states besides its words, as far as it concerns everybody.
import type { PublicDocument } from "~/domain/documents/public-documents.server";
import { formatFor } from "~/i18n/format";
import { useT } from "~/i18n/use-t";
import { FactsBelow } from "../facts-below";
import { statedFacts } from "../stated-facts";

export function PublicFacts({
  document: { facts, language },
  wordsLanguage,
}: {
  document: PublicDocument;
  wordsLanguage: string;
}) {
  const t = useT("frame", "publicPages", "facts");
  const format = formatFor(wordsLanguage, "Europe/Brussels");
  const stated = statedFacts(facts, null, { t, format, language: wordsLanguage });
  if (stated.facts.length === 0 && !stated.elements && stated.tables.length === 0) return null;
  return (
    <section lang={wordsLanguage} className="public-facts" aria-labelledby="about">
      <h2 id="about">{t("publicPages:about")}</h2>
      <dl>
        {stated.facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.is === "topics" ? (
                <span lang={language} itemProp="keywords">
                  {fact.topics.join(", ")}
                </span>
              ) : null}
              {fact.is === "words" ? (
                <span lang={fact.isOwn ? language : undefined}>{fact.words}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <FactsBelow {...stated} lang={language} />
    </section>
  );
}
