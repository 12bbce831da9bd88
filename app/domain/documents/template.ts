// What a template is: the headings a text of a kind begins with, and what belongs under each. Light enough for every screen.
import { guidanceLine } from "~/text/rules/guidance";
import type { DocumentKind } from "./document";

export interface TemplateSection {
  heading: string;
  /** What belongs under the heading; for the writer, and never for the reader. */
  guidance: string;
}

/** How many sections a template may have, and characters of a heading and of its guidance. */
export const templateLimits = { sections: 30, heading: 120, guidance: 1_000 };

/** The languages in which Torg brings templates of its own; others begin with the English ones. */
export const templateLanguages = ["en", "lt", "lv", "ro", "it"] as const;

/** Templates of one language: heading and guidance of each section, by kind. */
export type DefaultTemplates = Record<
  DocumentKind,
  ReadonlyArray<readonly [heading: string, guidance: string]>
>;

/** The text that a document begins with: the headings, and under each what belongs there, which vanishes as one writes. */
export function textFromTemplate(sections: readonly TemplateSection[]): string {
  return sections
    .map(({ heading, guidance }) => `## ${heading}\n${guidance && `\n${guidanceLine(guidance)}\n`}`)
    .join("\n");
}

/** The template of a text's language as it stands, for whoever changes it. */
export interface TemplateAsItStands {
  sections: TemplateSection[];
  /** 0 where nobody of the network has changed Torg's own. */
  revision: number;
  /** These sections are Torg's own. */
  isTorgsOwn: boolean;
  changedBy: string | null;
  changedAt: Date | null;
}
