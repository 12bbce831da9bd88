// What an account is to the one who has it. Light enough for every screen; the orders are in account-orders.ts.

/** Characters. */
export const nameLimit = 120;
/** Characters. Long enough to resist guessing without rules that make people write it on paper. */
export const passwordShortest = 10;
export const passwordLongest = 200;

/** What the addresses of the demo's accounts end with. */
export const demoEnd = "@demo.torg";

/** Whether an address is one of the demo's: nobody receives mail there, and its password is known to everybody. */
export function isDemoAddress(email: string): boolean {
  return email.endsWith(demoEnd);
}

export const colourChoices = ["system", "light", "dark"] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** How many people's colours there are. */
export const colourCount = 12;

/** Languages that people of the programme's cities speak with each other, to choose from. */
export const spokenLanguages: readonly string[] =
  "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv uk".split(" ");
