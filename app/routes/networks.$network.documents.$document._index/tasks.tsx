// The tasks of a visit note or of minutes: the form of the boxes in its text, and below it who sees to what until when.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { BoxWithoutTask } from "~/domain/tasks/boxes-without-task.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { RowList } from "~/ui/row-list";
import { tickForm } from "~/ui/tasks/boxes-in-html";
import { TaskRow, type TaskShown } from "~/ui/tasks/task-row";
import { useWrongWords } from "~/ui/use-wrong-words";

export interface TasksProps {
  tasks: TaskShown[];
  /** Boxes that are no task yet, told to whoever writes here. */
  others: BoxWithoutTask[];
  home: string;
  document: string;
  /** Of the text as it is shown. */
  textMark: string;
  lang: string;
}

export function Tasks({ tasks, others, home, document, textMark, lang }: TasksProps) {
  const t = useT("tasks");
  return (
    <section aria-labelledby="tasks" className="mt-12">
      <TickForm {...{ textMark, home, document }} />
      <h2 id="tasks" className="mb-1 text-section">
        {t("text.title")}
      </h2>
      {tasks.length > 0 ? (
        <RowList labelledBy="tasks">
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              home={home}
              without={["document"]}
              isBelowText
              back={document}
            />
          ))}
        </RowList>
      ) : null}
      {others.length > 0 ? (
        <div className="on-screen-only mt-4 text-small text-quiet">
          <p>{t("text.notYet", { count: others.length })}</p>
          <ul className="list-disc ps-5">
            {others.map(({ place, words, lacks }) => (
              <li key={place}>
                <span lang={lang}>{words}</span> — {t(`text.lacks.${lacks}`)}
              </li>
            ))}
          </ul>
          <p className="mt-1">{t("how")}</p>
        </div>
      ) : null}
    </section>
  );
}

/** Its boxes stand in the text, which comes anew when one was ticked: whoever did it by key is where they were. */
function TickForm({ textMark, home, document: id }: Pick<TasksProps, "textMark" | "home" | "document">) {
  const fetcher = useFetcher<FormAnswer>();
  const wrong = useWrongWords();
  const last = useRef("");
  const asked = fetcher.formData?.get("task");
  if (typeof asked === "string") last.current = asked.slice(asked.indexOf(":") + 1);
  useEffect(() => {
    if (last.current === "" || document.activeElement !== document.body) return;
    document.getElementById(`task-${last.current}`)?.focus({ preventScroll: true });
    last.current = "";
  }, [textMark]);
  const refusal = fetcher.data?.conflict ? { key: "conflict" } : fetcher.data?.errors?.form;
  return (
    <fetcher.Form id={tickForm} method="post" action={`${home}/tasks`}>
      <input type="hidden" name="intent" value="tick" />
      <noscript>
        <input type="hidden" name="back" value={id} />
      </noscript>
      {refusal ? <Notice tone="late" announce="at-once" title={wrong(refusal)} /> : null}
    </fetcher.Form>
  );
}
