// The colours of a timeline: on a screen the page's own, in a file figures, since no page stands around it.

export interface Palette {
  paper: string;
  ink: string;
  quiet: string;
  line: string;
  edge: string;
  accent: string;
  teal: string;
  "teal-wash": string;
  ok: string;
  soon: string;
  late: string;
  sans: string;
}

export const ofThePage: Palette = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  quiet: "var(--quiet)",
  line: "var(--line)",
  edge: "var(--edge)",
  accent: "var(--accent)",
  teal: "var(--teal)",
  "teal-wash": "var(--teal-wash)",
  ok: "var(--ok)",
  soon: "var(--soon)",
  late: "var(--late)",
  sans: "var(--sans)",
};

/** As tokens.css has them by day. */
export const ofAFile: Palette = {
  paper: "#fbfaf7",
  ink: "#1c2430",
  quiet: "#5b6472",
  line: "#e4e0d8",
  edge: "#8a8477",
  accent: "#a8412a",
  teal: "#0e6b68",
  "teal-wash": "#e2f0ee",
  ok: "#2a7348",
  soon: "#875410",
  late: "#b42318",
  sans: "system-ui, 'Segoe UI', Roboto, Arial, sans-serif",
};
