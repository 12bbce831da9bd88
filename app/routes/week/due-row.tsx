// One thing with a day: a deliverable of one's city, a remark or a task one was asked to see to, or a date of a network.
import { remarkAddress } from "~/domain/comments/remark-address";
import { reasonInWords } from "~/domain/deliverables/in-words";
import type { DueItem } from "~/domain/week/my-week.server";
import { useT } from "~/i18n/use-t";
import { WhenDue } from "~/ui/due/when-due";
import { useNameOfDue } from "~/ui/due/use-name-of-due";
import { stateTones } from "~/ui/deliverables/state-tones";
import { Row } from "~/ui/row-list";
import { StateMark } from "~/ui/state-mark";
import { TaskRow } from "~/ui/tasks/task-row";

export function DueRow({ due }: { due: DueItem }) {
  const t = useT("home", "deliverables");
  const words = useT("frame", "deliverables");
  const nameOf = useNameOfDue();
  const { network, day, days } = due;
  const home = `/networks/${network.slug}`;
  const when = day !== null && days !== null ? { day, days } : null;
  switch (due.kind) {
    case "date":
      return (
        <Row
          to={due.item.kind.startsWith("phase") ? `${home}/phases` : home}
          title={nameOf(due.item)}
          below={<WhenDue when={when} beside={network.name} />}
        />
      );
    case "remark": {
      const { documentId, commentId, madeOn, title, language } = due.item;
      return (
        <Row
          to={remarkAddress(`${home}/documents/${documentId}`, commentId, madeOn)}
          title={t("due.assigned", { title })}
          below={
            <>
              <p lang={language} className="text-quiet wrap-anywhere">
                {due.item.words}
              </p>
              <WhenDue when={when} beside={network.name} />
            </>
          }
        />
      );
    }
    case "task":
      return (
        <TaskRow
          task={due.item}
          home={home}
          without={["person", "city"]}
          network={network.name}
          back="week"
        />
      );
    case "deliverable": {
      const { deliverableId, partnershipId, title, city, state, reasons } = due.item;
      // That its day is over stands beside it already.
      const why = reasons.filter(({ kind }) => kind !== "overdue" && kind !== "changes-overdue");
      return (
        <Row
          to={`${home}/deliverables/${deliverableId}/${partnershipId}`}
          title={`${title}, ${city}`}
          below={
            <>
              <WhenDue when={when} beside={network.name} />
              {why.map((reason) => (
                <p key={reason.kind} className="text-small text-quiet">
                  {reasonInWords(words, reason)}
                </p>
              ))}
            </>
          }
          side={<StateMark tone={stateTones[state]} word={t(`deliverables:state.${state}`)} />}
          isSideLong
        />
      );
    }
  }
}
