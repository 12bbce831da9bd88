// The words that a comparison is told in: the text knows no language, so they come from whoever asks.

export interface CompareLabels {
  /** Before what came and went, for those who hear the text. */
  added: string;
  removed: string;
  changed: string;
  /** With `{section}` where its name belongs. */
  movedHere: string;
  movedAway: string;
  /** Where a whole section, or something within one, changed its place. */
  stoodElsewhere: string;
  standsElsewhere: string;
  /** The same words, made bold or not, or linked. */
  restyled: string;
  /** With `{address}`. */
  linkedTo: string;
  notLinked: string;
  ticked: string;
  unticked: string;
  /** With `{form}`, one of `forms`. */
  was: string;
  forms: Record<string, string>;
  numberedFrom: string;
  /** What stands before the first heading, a heading without words, and the notes below the text. */
  beginning: string;
  untitled: string;
  notes: string;
  note: string;
  table: string;
  /** For one of which nothing is said. */
  picture: string;
}

/** The label with what belongs into it. */
export function filled(label: string, values: Record<string, string>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
