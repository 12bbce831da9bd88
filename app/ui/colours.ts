// How a person's choice of colours reaches the page: an attribute on <html> and two meta elements, no script.

export type Colours = "light" | "dark" | "system";

/** The paper of each scheme, as in styles/tokens.css; browsers tint their own bars with it. */
export const paper = { light: "#fbfaf7", dark: "#14171c" } as const;

/** `content` of `<meta name="color-scheme">`: the browser's canvas is right before any style has come. */
export function colourScheme(colours: Colours): string {
  return colours === "system" ? "light dark" : colours;
}

export interface ThemeColour {
  name: "theme-color";
  content: string;
  media?: string;
}

/** The `<meta name="theme-color">` elements for this choice. */
export function themeColours(colours: Colours): ThemeColour[] {
  if (colours !== "system") return [{ name: "theme-color", content: paper[colours] }];
  return [
    { name: "theme-color", media: "(prefers-color-scheme: light)", content: paper.light },
    { name: "theme-color", media: "(prefers-color-scheme: dark)", content: paper.dark },
  ];
}
