// The labels of a deliverable's fields, for the summary of what is wrong with them.
import { useT } from "~/i18n/use-t";

export function useDefinitionLabels(): Record<string, string> {
  const t = useT("deliverables");
  return {
    title: t("form.title"),
    what: t("form.what"),
    phaseId: t("form.phase"),
    anchor: t("form.anchor"),
    months: t("form.months"),
    fixedOn: t("form.fixedOn"),
    afterId: t("form.after"),
    owedBy: t("form.owedBy"),
    partnershipId: t("form.partner"),
  };
}
