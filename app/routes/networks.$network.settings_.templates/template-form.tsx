// A template to change: sections added, removed and moved, saved from the revision they were opened at.
import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { DocumentKind } from "~/domain/documents/document";
import { templateLimits, type TemplateAsItStands } from "~/domain/documents/template";
import type { TemplateToRead } from "~/domain/documents/templates.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { rowsIn } from "~/ui/form-rows";
import { Notice } from "~/ui/notice";
import { RowFields } from "~/ui/row-fields";
import { SavedNotice } from "~/ui/saved-notice";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { SectionFields } from "./section-fields";
import { TemplateConflict } from "./template-conflict";

interface TemplateFormProps {
  kind: DocumentKind;
  language: string;
  template: TemplateToRead;
  answer?: FormAnswer;
}

/** The sections on the screen, under a key of their own whenever they are laid out anew, and the revision they come from. */
interface LaidOut {
  key: string;
  revision: number;
  rows: Array<Record<string, string>>;
}

export function TemplateForm({ kind, language, template, answer }: TemplateFormProps) {
  const t = useT("templates");
  const wrong = useWrongWords();
  const format = useFormat();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  const done = answer?.done as { revision?: number; arrange?: string | null } | undefined;
  const [laidOut, setLaidOut] = useState<LaidOut>(() =>
    values && done?.revision === undefined
      ? { key: "typed", revision: Number(values.revision), rows: rowsIn(values, "sections") }
      : opened(template),
  );
  const savedAs = done?.revision;
  // Whoever saved goes on from what stands now; going back to Torg's own lays its sections out.
  if (savedAs !== undefined && laidOut.revision < savedAs) {
    const isReset = answer?.intent === "reset";
    if (!isReset || template.revision >= savedAs)
      setLaidOut(isReset ? opened(template) : { ...laidOut, revision: savedAs });
  }
  const conflict = answer?.conflict as TemplateAsItStands | undefined;
  const isOvertaken = template.revision > laidOut.revision && !conflict && !isBusy;
  const labels = labelsOf(errors, t);
  return (
    <>
      <SavedNotice
        isShown={savedAs !== undefined}
        words={t(answer?.intent === "reset" ? "resetDone" : "saved")}
      />
      <WrongSummary wrongs={errors} labels={labels} />
      {isOvertaken ? (
        <div className="mb-6">
          <Notice tone="soon" announce="politely">
            {t("overtaken", { name: template.changedBy ?? "" })}
          </Notice>
        </div>
      ) : null}
      <p className="mb-5 text-quiet">
        {template.isTorgsOwn
          ? t(template.language === language ? "torgs" : "english")
          : t("own", {
              name: template.changedBy ?? "",
              date: template.changedAt ? format.date(template.changedAt) : "",
            })}
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="revision" value={laidOut.revision} />
        {conflict ? (
          <TemplateConflict
            theirs={conflict}
            language={language}
            onTheirs={() => setLaidOut({ ...opened({ ...template, ...conflict }), key: "theirs" })}
          />
        ) : null}
        <RowFields
          key={laidOut.key}
          legend={t("sections")}
          hint={t("sectionsHint")}
          error={wrong(errors?.sections)}
          name="sections"
          rows={laidOut.rows}
          limit={templateLimits.sections}
          addLabel={t("add")}
          rowLabel={(place) => t("section", { place })}
          isOrdered
          asked={laidOut.key === "typed" ? done?.arrange : null}
        >
          {(prefix, row) => (
            <SectionFields prefix={prefix} row={row} language={template.language} errors={errors} />
          )}
        </RowFields>
        <div className="action-bar">
          <Button weight="main" isBusy={isBusy}>
            {t("save")}
          </Button>
          {template.isTorgsOwn ? null : (
            <Button name="intent" value="reset" isBusy={isBusy} formNoValidate>
              {t("reset")}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}

function opened({ revision, sections }: Pick<TemplateToRead, "revision" | "sections">): LaidOut {
  return {
    key: `revision ${revision}`,
    revision,
    rows: sections.map(({ heading, guidance }) => ({ heading, guidance })),
  };
}

/** The labels of the fields that are wrong, by their names. */
function labelsOf(
  errors: FormAnswer["errors"],
  t: ReturnType<typeof useT<["templates"]>>,
): Record<string, string> {
  const labels: Record<string, string> = { sections: t("sections") };
  for (const name of Object.keys(errors ?? {})) {
    const [, place, field] = /^sections\.(\d+)\.(heading|guidance)$/.exec(name) ?? [];
    if (field === "heading" || field === "guidance")
      labels[name] = `${t("section", { place: Number(place) + 1 })}, ${t(field)}`;
  }
  return labels;
}
