// How the tick boxes of the cities are called: each by a name of its own, so that a refused form shows all of them ticked again.

export const cityFieldStart = "city:";
