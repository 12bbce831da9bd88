// One task in a list: its box, its words as they stand in the text, who sees to it and until when, and the text itself.
import { useFetcher } from "@remix-run/react";
import type { TaskView } from "~/domain/tasks/tasks.server";
import { useT } from "~/i18n/use-t";
import { WhenDue } from "../due/when-due";
import { FactsLine } from "../facts-line";
import { Row } from "../row-list";
import { useFormat } from "../use-reader";
import { useWrongWords } from "../use-wrong-words";
import { TaskBox, type TickAnswer } from "./task-box";

/** Over the wire moments are texts. */
export type TaskShown = Omit<TaskView, "ticked"> & { ticked: { by: string; at: string | Date } | null };

interface TaskRowProps {
  task: TaskShown;
  /** The address of its network. */
  home: string;
  back?: string;
  /** What is said already around the row. */
  without?: ReadonlyArray<"document" | "person" | "city">;
  /** The row stands below the text in which its box is. */
  isBelowText?: boolean;
  /** Of which network, where it stands among others. */
  network?: string;
}

export function TaskRow({ task, home, without = [], isBelowText, network, back }: TaskRowProps) {
  const t = useT("tasks");
  const format = useFormat();
  const wrong = useWrongWords();
  const fetcher = useFetcher<TickAnswer>();
  const { id, words, day, days, isDone, ticked, assignee, isUnread, city, document } = task;
  const refusal = fetcher.data?.conflict ? { key: "conflict" } : fetcher.data?.errors?.form;
  return (
    <Row
      to={isBelowText ? `#task-${id}` : addressOf(home, task)}
      before={<TaskBox {...{ task, back, fetcher }} action={`${home}/tasks`} />}
      title={words}
      titleLang={document.language}
      below={
        <>
          <WhenDue when={isDone ? null : { day, days }} beside={network} />
          <FactsLine
            className="text-small"
            facts={[
              isDone && { key: "day", value: <time dateTime={day}>{format.day(day)}</time> },
              !without.includes("person") && { key: "person", value: assignee.name },
              !without.includes("city") && city !== "" && { key: "city", value: city },
              !without.includes("document") && {
                key: "document",
                value: <span lang={document.language}>{document.title}</span>,
              },
            ]}
          />
          {ticked ? (
            <p className="text-small text-quiet">
              {t("doneBy", { name: ticked.by, when: format.ago(new Date(ticked.at), format.now) })}
            </p>
          ) : null}
          {isUnread && !isDone ? (
            <p className="text-small text-soon">{t("unread", { name: assignee.name })}</p>
          ) : null}
          {refusal ? (
            <p role="alert" className="text-small text-late">
              {wrong(refusal)}
            </p>
          ) : null}
        </>
      }
    />
  );
}

function addressOf(home: string, { id, document, text }: TaskShown): string {
  return `${home}/documents/${document.id}${text === "working" ? "?text=working" : ""}#task-${id}`;
}
