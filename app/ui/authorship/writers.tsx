// The writers with the sign of their words, whom they wrote for, and how much of the text is theirs.
import { useT } from "~/i18n/use-t";
import { signOf, useWriterWords, type ShownWriter } from "./writer-words";

interface WritersProps {
  writers: readonly ShownWriter[];
  /** By which place each one's words are marked in the text, where that is not their place here. */
  signs?: readonly number[];
  words: number;
}

export function Writers({ writers, signs, words }: WritersProps) {
  const t = useT("authorship");
  const say = useWriterWords();
  return (
    <section aria-labelledby="writers" className="mb-8">
      <h2 id="writers" className="text-section">
        {t("writers")}
      </h2>
      <ul className="writers mt-3">
        {writers.map((writer, by) => {
          const { className, style } = signOf(writer, signs?.[by] ?? by);
          return (
            <li key={by}>
              <span className={className} style={style}>
                {say.name(writer)}
              </span>
              <span className="text-quiet">
                {[say.placeBeside(writer), say.share(writer.words, words), say.words(writer.words)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {writer.person ? null : <span className="text-small text-quiet">{t("unknownWhy")}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
