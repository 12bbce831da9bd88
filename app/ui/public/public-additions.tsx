// What was added to a signed visit note, under its text: the day and for whom, as everybody may know it.
import type { PublicAddition } from "~/domain/visits/public-additions.server";
import { formatFor } from "~/i18n/format";
import { useT } from "~/i18n/use-t";

export interface PublicAdditionsProps {
  additions: PublicAddition[];
  language: string;
  wordsLanguage: string;
}

export function PublicAdditions({ additions, language, wordsLanguage }: PublicAdditionsProps) {
  const t = useT("publicPages");
  const format = formatFor(wordsLanguage, "Europe/Brussels");
  if (additions.length === 0) return null;
  return (
    <section className="public-facts" aria-labelledby="additions">
      <h2 id="additions" lang={wordsLanguage}>
        {t("additions")}
      </h2>
      {additions.map(({ id, at, sides, html }) => (
        <div key={id} className="public-addition">
          <h3 lang={wordsLanguage}>
            <time dateTime={at.toISOString().slice(0, 10)}>{format.date(at)}</time>
            {sides.map((side) => ` · ${t(`side.${side}`)}`).join("")}
          </h3>
          <div className="reading" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      ))}
    </section>
  );
}
