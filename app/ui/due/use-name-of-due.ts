// A date of a network in words: a phase that begins or ends, the network's end, one's own role.
import type { DueView } from "~/domain/networks/due.server";
import { useT } from "~/i18n/use-t";

export function useNameOfDue(): (due: DueView) => string {
  const t = useT("home", "frame");
  return (due) => {
    switch (due.kind) {
      case "phase-begins":
        return t(due.days < 0 ? "due.phaseBeginLate" : "due.phaseBegins", { phase: due.phase });
      case "phase-ends":
        return t(due.days < 0 ? "due.phaseEndLate" : "due.phaseEnds", { phase: due.phase });
      case "network-ends":
        return t("due.networkEnds");
      case "network-ended":
        return t("due.networkEnded");
      case "role-ends": {
        const role = t(`frame:role.${due.role}`);
        const held = due.city ? t("frame:roleOfCity", { role, city: due.city }) : role;
        return t("due.roleEnds", { role: held });
      }
    }
  };
}
