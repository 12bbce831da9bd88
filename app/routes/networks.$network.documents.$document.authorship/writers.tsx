// The writers with the sign of their words, whom they wrote for, and how much of the text is theirs.
import { useT } from "~/i18n/use-t";
import { signOf, useWriterWords, type ShownWriter } from "./writer-words";

export function Writers({ writers, words }: { writers: readonly ShownWriter[]; words: number }) {
  const t = useT("authorship");
  const say = useWriterWords();
  return (
    <section aria-labelledby="writers" className="mb-8">
      <h2 id="writers" className="text-section">
        {t("writers")}
      </h2>
      <ul className="writers mt-3">
        {writers.map((writer, by) => {
          const { className, style } = signOf(writers, by);
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
