// Two changed one template at once: the second sees both, and chooses.
import type { TemplateAsItStands } from "~/domain/documents/template";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";
import { TemplateSections } from "./template-sections";

interface TemplateConflictProps {
  theirs: TemplateAsItStands;
  language: string;
  onTheirs: () => void;
}

/** Saving over the other's posts the form around it, also without a script. */
export function TemplateConflict({ theirs, language, onTheirs }: TemplateConflictProps) {
  const t = useT("templates");
  const format = useFormat();
  const name = theirs.changedBy ?? "";
  const time = theirs.changedAt ? format.time(theirs.changedAt) : "";
  return (
    <section aria-labelledby="conflict-title" className="mb-8">
      <Notice
        tone="late"
        announce="at-once"
        actions={
          <>
            <Button weight="main" name="revision" value={theirs.revision}>
              {t("conflict.takeYours")}
            </Button>
            <Button type="button" onClick={onTheirs}>
              {t("conflict.takeTheirs", { name })}
            </Button>
          </>
        }
      >
        <h2 id="conflict-title" className="text-large font-semibold">
          {t("conflict.title")}
        </h2>
        <p className="mt-1 mb-3">{t("conflict.safe", { name, time })}</p>
        <h3 className="mb-1 font-semibold">{t("conflict.theirs", { name })}</h3>
        <TemplateSections sections={theirs.sections} language={language} />
      </Notice>
    </section>
  );
}
