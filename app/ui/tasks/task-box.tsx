// The box of a task in a list: ticks it where one may, and says how it stands where one may not.
import type { FetcherWithComponents } from "@remix-run/react";
import type { FieldWrong } from "~/domain/refusal";
import { useT } from "~/i18n/use-t";

/** What may be wrong with a tick. */
export interface TickAnswer {
  errors?: Record<string, FieldWrong>;
  conflict?: unknown;
}

export interface TaskTicked {
  id: string;
  words: string;
  isDone: boolean;
  mayTick: boolean;
}

interface TaskBoxProps {
  task: TaskTicked;
  /** Where tasks of its network are ticked. */
  action: string;
  /** Where a page without a script leads back to; otherwise to all tasks. */
  back?: string;
  /** Shared with what says what became of it. */
  fetcher: FetcherWithComponents<TickAnswer>;
}

export function TaskBox({ task, action, back, fetcher }: TaskBoxProps) {
  const t = useT("tasks");
  const { id, words, isDone, mayTick } = task;
  if (!mayTick)
    return (
      <span
        role="img"
        aria-label={t(isDone ? "isDone" : "isOpen")}
        className={isDone ? "task-box task-box-still task-box-done" : "task-box task-box-still"}
      />
    );
  const asked = fetcher.formData?.get("task");
  const isShownDone = asked ? asked === `done:${id}` : isDone;
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="intent" value="tick" />
      {back === undefined ? null : (
        <noscript>
          <input type="hidden" name="back" value={back} />
        </noscript>
      )}
      <button
        name="task"
        value={`${isDone ? "open" : "done"}:${id}`}
        role="checkbox"
        aria-checked={isShownDone}
        aria-label={words}
        className="task-box"
      />
    </fetcher.Form>
  );
}
