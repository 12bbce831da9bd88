// What a writer is called on this page, and how they are told apart: by colour and by the kind of line under their words.
import type { CSSProperties } from "react";
import type { TextWriter } from "~/domain/documents/text-writers.server";
import { useT } from "~/i18n/use-t";
import { useFormat } from "~/ui/use-reader";

export type ShownWriter = TextWriter;

/** Kinds of lines in the styles. */
const lines = 5;

/** `by` is the place of the writer among all of the text. */
export function signOf(
  writer: Pick<ShownWriter, "person"> | undefined,
  by: number,
): { className: string; style?: CSSProperties & { "--person": string } } {
  const person = writer?.person;
  if (!person) return { className: "wrote wrote-nobody" };
  const slot = (((Math.trunc(person.colour) - 1) % 12) + 12) % 12;
  return {
    className: `wrote wrote-${by % lines}`,
    style: { "--person": `var(--person-${slot + 1})` },
  };
}

export function useWriterWords() {
  const t = useT("authorship", "frame");
  const format = useFormat();
  const words = (count: number) => t("words", { count, number: format.number(count) });
  const place = ({ place: at }: Pick<ShownWriter, "place">) =>
    at === null ? null : "city" in at ? at.city : t(`frame:role.${at.role}`);
  const name = ({ person }: Pick<ShownWriter, "person">) => person?.name ?? t("unknown");
  /** Nothing where the name says it already. */
  const placeBeside = (writer: Omit<ShownWriter, "words">) => {
    const at = place(writer);
    return at !== null && writer.person?.name.includes(at) ? null : at;
  };
  return {
    words,
    place,
    placeBeside,
    name,
    /** With the place. */
    full: (writer: Omit<ShownWriter, "words">) => {
      const at = placeBeside(writer);
      return at ? t("from", { name: name(writer), place: at }) : name(writer);
    },
    /** "62 %": what is anything at all is not called nothing. */
    share: (part: number, all: number) => {
      const percent = all === 0 ? 0 : (100 * part) / all;
      const number = percent === 100 ? 100 : Math.min(99, Math.max(1, Math.round(percent)));
      return t("share", { number: format.number(number) });
    },
  };
}
