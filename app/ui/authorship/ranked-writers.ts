// Writers with their words, most words first, counted over the sections of a text.
import type { AuthoredSection } from "~/domain/documents/authorship-shares";
import type { ShownWriter } from "./writer-words";

interface Told {
  writers: ReadonlyArray<Omit<ShownWriter, "words">>;
  sections: readonly AuthoredSection[];
}

/** The sections name writers by their place in what is answered; `order` says which place each had before. */
export function rankedWriters({ writers, sections }: Told) {
  const counts = new Map<number, number>();
  for (const { by } of sections)
    for (const [writer, words] of by) if (writer >= 0) counts.set(writer, (counts.get(writer) ?? 0) + words);
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const order = ranked.map(([writer]) => writer);
  return {
    order,
    all: ranked.reduce((sum, [, words]) => sum + words, 0),
    writers: ranked.flatMap(([writer, words]) => {
      const known = writers[writer];
      return known ? { ...known, words } : [];
    }),
    sections: sections.map((section) => ({
      ...section,
      by: section.by.flatMap(([writer, words]): Array<[number, number]> => {
        const place = order.indexOf(writer);
        return place < 0 ? [] : [[place, words]];
      }),
    })),
  };
}
