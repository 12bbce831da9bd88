// How a list of tasks is narrowed, by its address.

/** Which tasks a list shows, and how: one's own by their days, or everybody's by city or by document. */
export const taskLists = ["mine", "cities", "documents"] as const;
export type TaskList = (typeof taskLists)[number];

export interface TaskFilter {
  list: TaskList;
  isDone: boolean;
}

/** What is not understood shows one's own. */
export function taskFilterIn(search: URLSearchParams): TaskFilter {
  const list = taskLists.find((one) => one === search.get("show")) ?? "mine";
  return { list, isDone: search.get("state") === "done" };
}
