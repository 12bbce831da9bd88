/** The text that a screen is about, as it is read. */
export interface PageText {
  /** Rendered. Not in the data behind a page that is opened: it stands in the page. */
  html?: string;
  /** Another one for another text; "" where there is no word. */
  mark: string;
}
