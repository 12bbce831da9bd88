// What another city does with a transfer element of a good practice. Light enough for every screen.

/** How far a city is with an element, or that it leaves it. */
export const elementStates = ["understood", "adapting", "re-used", "rejected"] as const;
export type ElementState = (typeof elementStates)[number];

/** Characters of a reason. */
export const reasonLimit = 500;
