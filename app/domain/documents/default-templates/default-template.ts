// Torg's own template of a kind in a language: what a network begins with, and goes back to.
import type { DocumentKind } from "../document";
import type { DefaultTemplates, TemplateSection } from "../template";
import { english } from "./en";
import { italian } from "./it";
import { latvian } from "./lv";
import { lithuanian } from "./lt";
import { romanian } from "./ro";

const byLanguage: Partial<Record<string, DefaultTemplates>> = {
  en: english,
  it: italian,
  lt: lithuanian,
  lv: latvian,
  ro: romanian,
};

/** The sections of Torg's own template, or null where it brings none in this language. */
export function defaultTemplate(kind: DocumentKind, language: string): TemplateSection[] | null {
  const sections = byLanguage[language]?.[kind];
  return sections ? sections.map(([heading, guidance]) => ({ heading, guidance })) : null;
}
