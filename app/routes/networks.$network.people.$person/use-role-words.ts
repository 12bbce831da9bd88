// A role in words, and the time for which it is held.
import type { PersonRole } from "~/domain/networks/roster.server";
import { useT } from "~/i18n/use-t";
import { useFormat } from "~/ui/use-reader";

export function useRoleWords(): (role: PersonRole) => { name: string; period: string } {
  const t = useT("members", "frame");
  const format = useFormat();
  return ({ role, city, since, lastDay, state }) => {
    const word = t(`frame:role.${role}`);
    const from = format.date(since);
    return {
      name: city ? t("frame:roleOfCity", { role: word, city }) : word,
      period:
        lastDay === null
          ? t(state === "coming" ? "person.coming" : "frame:period.since", { from })
          : state === "past"
            ? format.days(format.dayOf(since), lastDay)
            : t("people.sinceUntil", { from, to: format.day(lastDay) }),
    };
  };
}
