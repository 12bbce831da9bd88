// What belongs in the sections of a text: all of it folded above, and beside the text that of the section in which the cursor stands.
import type { TemplateSection } from "~/domain/documents/template";
import { fold } from "~/text/fold";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";

export interface Guidance {
  /** Of the guidance. */
  language: string;
  sections: TemplateSection[];
}

export function AllGuidance({ guidance: { language, sections } }: { guidance: Guidance }) {
  const t = useT("facts");
  if (sections.length === 0) return null;
  return (
    <details className="fold mb-5">
      <summary>
        <Icon name="chevron-right" size={16} />
        {t("guidance")}
      </summary>
      <dl className="mt-2 max-w-[65ch]" lang={language}>
        {sections.map(({ heading, guidance }) => (
          <div key={heading} className="mb-2">
            <dt className="font-semibold">{heading}</dt>
            <dd className="text-quiet">{guidance}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function GuidanceNow({ guidance, heading }: { guidance: Guidance; heading: string }) {
  const t = useT("facts");
  const section = sectionCalled(guidance.sections, heading);
  if (!section || section.guidance === "") return null;
  return (
    <aside aria-label={t("guidanceNow")} className="guidance-now" lang={guidance.language}>
      <strong className="block">{section.heading}</strong>
      {section.guidance}
    </aside>
  );
}

/** The heading under which this place of a Markdown text lies; "" before the first. */
export function headingAt(text: string, place: number): string {
  const lineEnd = text.indexOf("\n", place);
  const before = text.slice(0, lineEnd === -1 ? text.length : lineEnd);
  const headings = [...before.matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gmu)];
  return headings.at(-1)?.[1] ?? "";
}

/** Before any heading, and at the start, the first section is meant. */
function sectionCalled(sections: TemplateSection[], heading: string): TemplateSection | undefined {
  if (heading === "") return sections[0];
  return sections.find((section) => fold(section.heading) === fold(heading));
}
