// The labels of the fields of one partner's deliverable, for the summary of what is wrong: the same name stands for another field in each form.
import { useT } from "~/i18n/use-t";

export function useCellLabels(intent: string | undefined, city: string): Record<string, string> {
  const t = useT("deliverables");
  return {
    what: t("cell.what"),
    reason: reasonOf(),
    until: t("cell.until"),
    dueOn: t("cell.dueOwn", { city }),
    documentId: t("cell.link"),
    personId: t("cell.give"),
  };

  function reasonOf(): string {
    switch (intent) {
      case "not-applicable":
        return t("cell.notApplicable", { city });
      case "advise":
        return t("cell.word");
      case "request-changes":
      case "return":
        return t("cell.reasonNeeded");
      default:
        return t("cell.reason");
    }
  }
}
