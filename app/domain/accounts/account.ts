// What an account is to the one who has it. Light enough for every screen; the orders are in account-orders.ts.

/** Characters. */
export const nameLimit = 120;
/** Characters. Long enough to resist guessing without rules that make people write it on paper. */
export const passwordShortest = 10;
export const passwordLongest = 200;

export const colourChoices = ["system", "light", "dark"] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** How many people's colours there are. */
export const colourCount = 12;
