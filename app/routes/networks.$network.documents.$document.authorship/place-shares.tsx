// How much of the text is whose by city and role, on one line, and as a sentence for whoever hears it.
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { useFormat } from "~/ui/use-reader";
import { useWriterWords, type ShownWriter } from "~/ui/authorship/writer-words";

export function PlaceShares({ writers, words }: { writers: readonly ShownWriter[]; words: number }) {
  const t = useT("authorship");
  const format = useFormat();
  const say = useWriterWords();
  const places = new Map<string, number>();
  for (const writer of writers) {
    const place = say.place(writer) ?? say.name(writer);
    places.set(place, (places.get(place) ?? 0) + writer.words);
  }
  if (words === 0) return null;
  const shares = [...places]
    .sort(([, one], [, other]) => other - one)
    .map(([place, own]) => t("part", { name: place, share: say.share(own, words) }));
  return (
    <>
      <div aria-hidden>
        <FactsLine facts={shares.map((value) => ({ key: value, value }))} />
      </div>
      <p className="hidden-words">{t("whole", { words: say.words(words), shares: format.list(shares) })}</p>
    </>
  );
}
