// The sections as the page shows them: their headings below the page's own, without gaps.
import type { AuthoredSection } from "~/domain/documents/authorship-shares";

export interface ShownSection extends AuthoredSection {
  /** Of the heading in the page. */
  id: string;
  /** 2 to 6. */
  level: number;
}

/** `prefix`: before the anchors, so that the ids are the page's own. */
export function shownSections(sections: readonly AuthoredSection[], prefix = "wrote-"): ShownSection[] {
  const open: number[] = [];
  return sections.map((section, index) => {
    const level = section.heading?.level ?? 1;
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    if (section.heading) open.push(level);
    return {
      ...section,
      id: `${prefix}${section.heading?.anchor ?? `beginning-${index}`}`,
      level: Math.min(6, Math.max(1, open.length) + 1),
    };
  });
}
