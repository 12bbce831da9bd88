// The sheet on which a timeline is drawn: its measures and the sizes of its words, in its own units.

export const width = 1120;

/** Between these the days lie. */
export const [left, right] = [10, width - 10];

export const sizes = { name: 15, word: 13, small: 12 };

/** Figures of a picture need no more. */
export const tenth = (figure: number): number => Math.round(figure * 10) / 10;

/** What keeps words to a width in whichever font they are drawn; null: they are drawn in ours. */
export const keptTo = (textLength: number | null) =>
  textLength === null ? {} : ({ textLength, lengthAdjust: "spacingAndGlyphs" } as const);
