// What a document states besides its text, above it: days, money, topics, in a line each.
import { Link, useParams } from "@remix-run/react";
import type { StatedFact } from "./stated-facts";

/** `lang` is that of the document: what its writers put in words stands in it. */
export function FactsAbove({ facts, lang }: { facts: StatedFact[]; lang: string }) {
  if (facts.length === 0) return null;
  return (
    <dl className="stated-facts">
      {facts.map((fact) => (
        <FactAbove key={fact.key} fact={fact} lang={lang} />
      ))}
    </dl>
  );
}

function FactAbove({ fact, lang }: { fact: StatedFact; lang: string }) {
  const { network = "" } = useParams();
  const documents = `/networks/${network}/documents`;
  return (
    <>
      <dt>{fact.label}</dt>
      {fact.is === "words" ? (
        <dd className="whitespace-pre-line" lang={fact.isOwn ? lang : undefined}>
          {fact.words}
        </dd>
      ) : (
        <dd className="flex flex-wrap gap-x-3 gap-y-0.5">
          {fact.is === "topics"
            ? fact.topics.map((topic) => (
                <Link
                  key={topic}
                  className="link"
                  lang={lang}
                  to={`${documents}?topic=${encodeURIComponent(topic)}`}
                  prefetch="intent"
                >
                  {topic}
                </Link>
              ))
            : fact.documents.map(({ id, title, language }) => (
                <Link key={id} className="link" lang={language} to={`${documents}/${id}`} prefetch="intent">
                  {title}
                </Link>
              ))}
        </dd>
      )}
    </>
  );
}
