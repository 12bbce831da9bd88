// A compared text: every change where it stands, long stretches in which nothing changed folded away.
import type { ComparedPart } from "~/text/comparison/compared-html";
import { useT } from "~/i18n/use-t";
import { Icon } from "../icon";

export function ComparedParts({ parts, lang }: { parts: readonly ComparedPart[]; lang: string }) {
  const t = useT("comparing");
  return (
    <>
      {parts.map(({ html, folded }, index) => {
        const text = (
          <div className="reading compared-text" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
        );
        return folded === 0 ? (
          <div key={index} className="compared-part">
            {text}
          </div>
        ) : (
          <details key={index} className="compared-fold">
            <summary>
              <Icon name="chevron-right" size={16} />
              {t("unchanged", { count: folded })}
            </summary>
            {text}
          </details>
        );
      })}
    </>
  );
}
