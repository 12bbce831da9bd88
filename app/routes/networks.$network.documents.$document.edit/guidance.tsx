// What belongs in the sections of a text, folded above it.
import type { TemplateSection } from "~/domain/documents/template";
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
