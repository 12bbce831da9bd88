// What is due: the next dates of the network and of the member's own roles, and remarks that they were asked to see to.
import { useParams } from "@remix-run/react";
import { Fragment } from "react";
import type { AssignedView } from "~/domain/comments/assigned.server";
import { remarkAddress } from "~/domain/comments/remark-address";
import type { DueView } from "~/domain/networks/due.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Row, RowList } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { useFormat } from "~/ui/use-reader";

/** Days before a date from which it stands out. */
const soon = 14;

interface DueProps {
  due: DueView[];
  /** Remarks that the member was asked to see to. */
  assigned: AssignedView[];
}

export function Due({ due, assigned }: DueProps) {
  const t = useT("networks", "home");
  const name = useNameOfDue();
  const rows = [
    ...due.map((one) => ({
      key: `${one.kind} ${one.key}`,
      day: one.day,
      row: <Row title={name(one)} below={<DueFacts {...one} />} />,
    })),
    ...assigned.map((one) => ({
      key: one.commentId,
      day: one.day ?? "9999",
      row: <AssignedRow assigned={one} />,
    })),
  ].sort((one, other) => one.day.localeCompare(other.day));
  return (
    <section aria-labelledby="due">
      <h2 id="due" className="mb-3 text-section">
        {t("home.due")}
      </h2>
      {rows.length === 0 ? (
        <>
          <p>{t("home.dueEmpty.next")}</p>
          <p className="mt-1 text-quiet">{t("home:due.empty")}</p>
        </>
      ) : (
        <RowList labelledBy="due">
          {rows.map(({ key, row }) => (
            <Fragment key={key}>{row}</Fragment>
          ))}
        </RowList>
      )}
    </section>
  );
}

/** Leads to the very remark. */
function AssignedRow({ assigned }: { assigned: AssignedView }) {
  const t = useT("home");
  const { network } = useParams();
  const { commentId, documentId, madeOn, title, words, language, day, days } = assigned;
  return (
    <Row
      to={remarkAddress(`/networks/${network}/documents/${documentId}`, commentId, madeOn)}
      title={t("due.assigned", { title })}
      below={
        <>
          <p lang={language} className="text-quiet wrap-anywhere">
            {words}
          </p>
          {day !== null && days !== null ? <DueFacts kind="assigned" day={day} days={days} /> : null}
        </>
      }
    />
  );
}

function DueFacts(due: WhenDue) {
  const format = useFormat();
  return (
    <FactsLine
      facts={[
        { key: "distance", value: <Distance due={due} /> },
        { key: "day", value: <time dateTime={due.day}>{format.day(due.day)}</time> },
      ]}
    />
  );
}

interface WhenDue {
  kind: DueView["kind"] | "assigned";
  day: string;
  days: number;
}

/** "in 12 days": by word and shape as well where it is near or past. */
function Distance({ due: { kind, day, days } }: { due: WhenDue }) {
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
