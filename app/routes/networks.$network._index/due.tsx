// What is due: the next dates of the network and of the member's own roles.
import type { DueView } from "~/domain/networks/due.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Row, RowList } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";

/** Days before a date from which it stands out. */
const soon = 14;

export function Due({ due }: { due: DueView[] }) {
  const t = useT("networks", "home");
  const format = useFormat();
  const name = useNameOfDue();
  return (
    <section aria-labelledby="due">
      <h2 id="due" className="mb-3 text-section">
        {t("home.due")}
      </h2>
      {due.length === 0 ? (
        <>
          <p>{t("home.dueEmpty.next")}</p>
          <p className="mt-1 text-quiet">{t("home:due.empty")}</p>
        </>
      ) : (
        <RowList labelledBy="due">
          {due.map((one) => (
            <Row
              key={`${one.kind} ${one.key}`}
              title={name(one)}
              below={
                <FactsLine
                  facts={[
                    { key: "distance", value: <Distance due={one} /> },
                    { key: "day", value: <time dateTime={one.day}>{format.day(one.day)}</time> },
                  ]}
                />
              }
            />
          ))}
        </RowList>
      )}
    </section>
  );
}

/** "in 12 days": by word and shape as well where it is near or past. */
function Distance({ due: { kind, day, days } }: { due: DueView }) {
  const format = useFormat();
  const words = format.inDays(days);
  if (kind === "network-ended") return <time dateTime={day}>{words}</time>;
  if (days < 0) return <StateMark tone="late" word={words} />;
  return days <= soon ? <StateMark tone="soon" word={words} /> : words;
}

function useNameOfDue(): (due: DueView) => string {
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
