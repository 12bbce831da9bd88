// A template to read: its headings, and what belongs under each.
import type { TemplateSection } from "~/domain/documents/template";

interface TemplateSectionsProps {
  sections: readonly TemplateSection[];
  language: string;
}

export function TemplateSections({ sections, language }: TemplateSectionsProps) {
  return (
    <dl lang={language}>
      {sections.map(({ heading, guidance }) => (
        <div key={heading} className="border-t border-line py-3">
          <dt className="font-semibold">{heading}</dt>
          <dd className="whitespace-pre-line text-quiet">{guidance}</dd>
        </div>
      ))}
    </dl>
  );
}
