// How many words of each section are whose.
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import type { ShownSection } from "./shown-sections";
import { useWriterWords, type ShownWriter } from "./writer-words";

interface SharesProps {
  sections: readonly ShownSection[];
  writers: readonly ShownWriter[];
  /** Of the text. */
  language: string;
  /** Goes to the heading of this anchor; without it the headings are links within the page. */
  onGo?: (anchor: string) => void;
}

export function Shares({ sections, writers, language, onGo }: SharesProps) {
  const t = useT("authorship");
  const say = useWriterWords();
  return (
    <details className="fold mb-8">
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("sections")}
      </summary>
      <ul className="section-shares mt-2">
        {sections.map(({ id, heading, by }) => {
          const all = by.reduce((sum, [, words]) => sum + words, 0);
          return (
            <li key={id}>
              {heading && onGo ? (
                <button type="button" className="link" lang={language} onClick={() => onGo(heading.anchor)}>
                  {heading.text}
                </button>
              ) : heading ? (
                <a className="link" href={`#${id}`} lang={language}>
                  {heading.text}
                </a>
              ) : (
                t("beginning")
              )}
              <span className="text-small text-quiet">
                {by
                  .flatMap(([writer, words]) => {
                    const one = writers[writer];
                    return one ? t("part", { name: say.name(one), share: say.share(words, all) }) : [];
                  })
                  .concat(say.words(all))
                  .join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
