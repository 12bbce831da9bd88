// One public text as everybody reads it: what it is, its facts, the text, the same in other languages; described as schema.org says.
import { publicAddress } from "~/domain/documents/public-address";
import type { PublicDocument } from "~/domain/documents/public-documents.server";
import type { PublicAddition } from "~/domain/visits/public-additions.server";
import { formatFor } from "~/i18n/format";
import { useT } from "~/i18n/use-t";
import { Icon } from "../icon";
import { TableOfContents } from "../table-of-contents";
import { PublicAdditions } from "./public-additions";
import { PublicFacts } from "./public-facts";
import { PublicFrame } from "./public-frame";

export interface PublicDocumentPageProps {
  document: PublicDocument;
  additions: PublicAddition[];
  origin: string;
  stylesheet: string;
  wordsLanguage: string;
}

export function PublicDocumentPage(props: PublicDocumentPageProps) {
  const { document, additions, origin, stylesheet, wordsLanguage } = props;
  const t = useT("publicPages", "documents");
  const {
    present,
    title,
    language,
    city,
    country,
    network,
    kind,
    rendered,
    otherLanguages,
    earlier,
    isEarlier,
  } = document;
  const format = formatFor(wordsLanguage, "Europe/Brussels");
  const address = `${origin}${publicAddress(present)}`;
  const day = format.date(document.publishedAt);
  const kindWord = t(`documents:kind.${kind}`);
  return (
    <PublicFrame
      title={`${title} · ${city}`}
      language={language}
      wordsLanguage={wordsLanguage}
      description={[kindWord, city, format.countryName(country), network].join(" · ")}
      address={address}
      stylesheet={stylesheet}
      head={otherLanguages.map((other) => (
        <link
          key={other.id}
          rel="alternate"
          hrefLang={other.language}
          href={`${origin}${publicAddress(other)}`}
        />
      ))}
    >
      <article itemScope itemType="https://schema.org/Article" className="public-text">
        <meta itemProp="inLanguage" content={language} />
        <meta itemProp="isAccessibleForFree" content="true" />
        <link itemProp="url" href={address} />
        <header>
          <p lang={wordsLanguage} className="text-quiet">
            {kindWord}
          </p>
          <h1 itemProp="headline" className="text-display font-serif font-semibold">
            {title}
          </h1>
          <p lang={wordsLanguage} className="text-quiet">
            <span itemProp="author" itemScope itemType="https://schema.org/City">
              <span itemProp="name">{city}</span>, {format.countryName(country)}
            </span>
            {" · "}
            <span itemProp="isPartOf" itemScope itemType="https://schema.org/Project">
              <meta itemProp="name" content={network} />
              {t("ofNetwork", { network })}
            </span>
            {" · "}
            <time itemProp="datePublished" dateTime={document.publishedAt.toISOString().slice(0, 10)}>
              {t("publishedOn", { day })}
            </time>
          </p>
          {isEarlier === null ? null : (
            <p lang={wordsLanguage} className="public-old">
              {t("old", { day })}{" "}
              <a className="link" href={publicAddress(present)}>
                {t("toPresent")}
              </a>
            </p>
          )}
          {otherLanguages.length > 0 ? (
            <p lang={wordsLanguage} className="mt-2 text-small">
              {t("languages")}:{" "}
              {otherLanguages.map((other, index) => (
                <span key={other.id}>
                  {index > 0 ? ", " : ""}
                  <a href={publicAddress(other)} hrefLang={other.language} lang={other.language}>
                    {other.title}
                  </a>{" "}
                  ({format.languageName(other.language)})
                </span>
              ))}
            </p>
          ) : null}
        </header>
        {rendered.outline.length > 1 ? (
          <details className="fold public-contents" lang={wordsLanguage}>
            <summary>
              <Icon name="chevron-right" size={16} />
              {t("contents")}
            </summary>
            <TableOfContents label={t("contents")} entries={rendered.outline} lang={language} />
          </details>
        ) : null}
        <div className="reading" itemProp="articleBody" dangerouslySetInnerHTML={{ __html: rendered.html }} />
        <PublicAdditions additions={additions} language={language} wordsLanguage={wordsLanguage} />
        <PublicFacts document={document} wordsLanguage={wordsLanguage} />
        {earlier.length > 0 ? (
          <section className="public-facts" aria-labelledby="earlier" lang={wordsLanguage}>
            <h2 id="earlier">{t("earlier")}</h2>
            <ul>
              {earlier.map(({ number, at }) => (
                <li key={number}>
                  <a
                    className="link"
                    href={`${publicAddress(present)}/${number}`}
                    aria-current={number === isEarlier ? "page" : undefined}
                  >
                    {t("ofDay", { day: format.date(at) })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </article>
    </PublicFrame>
  );
}
