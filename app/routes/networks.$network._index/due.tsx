// What is due: what the member's city is to hand in, their tasks, the next dates of the network and of their own roles, and remarks that they
// were asked to see to; and how many deliverables of the network are late.
import { Link, useParams } from "@remix-run/react";
import { Fragment } from "react";
import type { AssignedView } from "~/domain/comments/assigned.server";
import { remarkAddress } from "~/domain/comments/remark-address";
import type { DeskAtHome, DeskItem } from "~/domain/deliverables/my-desk.server";
import type { DueView } from "~/domain/networks/due.server";
import { useT } from "~/i18n/use-t";
import { useNameOfDue } from "~/ui/due/use-name-of-due";
import { WhenDue } from "~/ui/due/when-due";
import { Row, RowList } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { TaskRow, type TaskShown } from "~/ui/tasks/task-row";

interface DueProps {
  due: DueView[];
  /** Remarks that the member was asked to see to. */
  assigned: AssignedView[];
  /** Null for who does not see how deliverables stand. */
  desk: DeskAtHome | null;
  /** The member's own. */
  tasks: TaskShown[];
}

export function Due({ due, assigned, desk, tasks }: DueProps) {
  const t = useT("networks", "home");
  const name = useNameOfDue();
  const { network } = useParams();
  const rows = [
    ...due.map((one) => ({
      key: `${one.kind} ${one.key}`,
      day: one.day,
      row: <Row title={name(one)} below={<WhenDue when={one} isOver={one.kind === "network-ended"} />} />,
    })),
    ...(desk?.due ?? []).map((one) => ({
      key: `${one.deliverableId} ${one.partnershipId}`,
      day: one.day ?? "9999",
      row: <DeliverableRow item={one} />,
    })),
    ...tasks.map((one) => ({
      key: one.id,
      day: one.day,
      row: <TaskRow task={one} home={`/networks/${network}`} without={["person", "city"]} back="home" />,
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
      {desk ? <HowItStands late={desk.late} atRisk={desk.atRisk} /> : null}
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

/** Of all cities; leads to those alone. Nothing where all is well. */
function HowItStands({ late, atRisk }: Pick<DeskAtHome, "late" | "atRisk">) {
  const t = useT("home");
  const { network } = useParams();
  if (late + atRisk === 0) return null;
  const to = (state: string) => `/networks/${network}/deliverables?state=${state}`;
  return (
    <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1">
      {late > 0 ? (
        <Link to={to("late")} prefetch="intent" className="link">
          <StateMark tone="late" word={t("standing.late", { count: late })} />
        </Link>
      ) : null}
      {atRisk > 0 ? (
        <Link to={to("at-risk")} prefetch="intent" className="link">
          <StateMark tone="soon" word={t("standing.atRisk", { count: atRisk })} />
        </Link>
      ) : null}
    </p>
  );
}

function DeliverableRow({ item }: { item: DeskItem }) {
  const { network } = useParams();
  const { deliverableId, partnershipId, title, city, day, days } = item;
  return (
    <Row
      to={`/networks/${network}/deliverables/${deliverableId}/${partnershipId}`}
      title={`${title}, ${city}`}
      below={<WhenDue when={day !== null && days !== null ? { day, days } : null} />}
    />
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
          <WhenDue when={day !== null && days !== null ? { day, days } : null} />
        </>
      }
    />
  );
}
