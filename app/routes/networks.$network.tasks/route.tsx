// Tasks: what visit notes and minutes agree on, one's own by their days, everybody's by city and by document; wherever a box is ticked, it is
// ticked here.
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { taskFilterIn, taskLists, type TaskFilter } from "~/domain/tasks/task-filter";
import { TickTask } from "~/domain/tasks/task-orders";
import { listTasks } from "~/domain/tasks/tasks.server";
import { tickTask } from "~/domain/tasks/ticking.server";
import type { FormAnswer } from "~/http/form";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { FilterLinks } from "~/ui/filter-links";
import { LinkButton } from "~/ui/link-button";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { TaskRow, type TaskShown } from "~/ui/tasks/task-row";
import { titled } from "~/ui/titled";
import { WrongSummary } from "~/ui/wrong-summary";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("rail.tasks") }] };

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const filter = taskFilterIn(url.searchParams);
  return {
    title: pageTitle(member.language, translate(member.language)("tasks:title"), member.network.name),
    filter,
    tasks: await listTasks(member, filter),
  };
});

export const action = memberAction(({ member }) => ({
  tick: on(TickTask, async ({ task, back }) => {
    await tickTask(member, task);
    if (back === undefined) return;
    const home = `/networks/${member.network.slug}`;
    return redirect(back === "week" ? "/week" : back === "home" ? home : `${home}/documents/${back}`);
  }),
}));

export default function Tasks() {
  const t = useT("tasks");
  const { network } = useParams();
  const { filter, tasks } = useLoaderData<typeof loader>();
  const home = `/networks/${network}`;
  const { rows, counts } = tasks;
  const posted = useActionData<FormAnswer>();
  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} />
      <WrongSummary wrongs={posted?.conflict ? { form: { key: "conflict" } } : posted?.errors} labels={{}} />
      <FilterLinks
        label={t("show.label")}
        links={taskLists.map((list) => ({
          key: list,
          to: addressOf(home, { ...filter, list }),
          label: t(`show.${list}`),
          count: String(list === "mine" ? counts.mine : counts.all),
          isCurrent: list === filter.list,
        }))}
      />
      <FilterLinks
        label={t("state.label")}
        links={([false, true] as const).map((isDone) => ({
          key: String(isDone),
          to: addressOf(home, { ...filter, isDone }),
          label: t(isDone ? "state.done" : "state.open"),
          isCurrent: isDone === filter.isDone,
        }))}
      />
      {rows.length === 0 ? <Empty filter={filter} home={home} /> : <Lists {...{ rows, filter, home }} />}
    </div>
  );
}

function Empty({ filter, home }: { filter: TaskFilter; home: string }) {
  const t = useT("tasks");
  const what = filter.isDone ? "empty.done" : filter.list === "mine" ? "empty.mine" : "empty.all";
  return (
    <div className="max-w-prose">
      <p className="mb-1">{t(what)}</p>
      <p className="mb-4 text-quiet">{t("how")}</p>
      <LinkButton to={`${home}/documents`}>{t("read")}</LinkButton>
    </div>
  );
}

interface ListsProps {
  rows: TaskShown[];
  filter: TaskFilter;
  home: string;
}

function Lists({ rows, filter: { list }, home }: ListsProps): ReactNode {
  const t = useT("tasks");
  if (list === "mine")
    return (
      <RowList label={t("show.mine")}>
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} home={home} without={["person", "city"]} />
        ))}
      </RowList>
    );
  const groups = new Map<string, TaskShown[]>();
  for (const task of rows) {
    const key = list === "cities" ? task.partnershipId : task.document.id;
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return (
    <div className="grid gap-8">
      {[...groups].map(([key, tasks]) => {
        const [first] = tasks;
        if (!first) return null;
        const isOfCity = list === "cities";
        return (
          <section key={key} aria-labelledby={`tasks-${key}`}>
            <h2
              id={`tasks-${key}`}
              className="mb-1 text-large"
              lang={isOfCity ? undefined : first.document.language}
            >
              {isOfCity ? first.city : first.document.title}
            </h2>
            <RowList labelledBy={`tasks-${key}`}>
              {tasks.map((task) => (
                <TaskRow key={task.id} task={task} home={home} without={[isOfCity ? "city" : "document"]} />
              ))}
            </RowList>
          </section>
        );
      })}
    </div>
  );
}

function addressOf(home: string, { list, isDone }: TaskFilter): string {
  const asked = new URLSearchParams({
    ...(list !== "mine" && { show: list }),
    ...(isDone && { state: "done" }),
  });
  return asked.size === 0 ? `${home}/tasks` : `${home}/tasks?${asked.toString()}`;
}

export { PageErrorBoundary as ErrorBoundary };
