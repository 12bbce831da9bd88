// The days of tasks, in the calendar of whoever has them to do: the network's own calendar tells of the network, not of everybody's tasks.
import { translate } from "~/i18n/translate.server";
import { authOptions } from "../accounts/auth.server";
import type { Member } from "../access/member";
import { tasksGivenTo } from "../tasks/tasks.server";
import { uidOf, type CalendarEntry, type FeedScope } from "./calendar-entry";

/** Of texts that the member reads; what is done stays on its day, without an alarm. */
export async function taskEntries(member: Member, scope: FeedScope): Promise<CalendarEntry[]> {
  if (scope !== "mine") return [];
  const t = translate(member.language);
  const { network } = member;
  const tasks = await tasksGivenTo(member);
  return tasks.map(({ id, words, day, days, isDone, document, partnershipId, mayTick }) => {
    const url = `${authOptions().origin}/networks/${network.slug}/documents/${document.id}#task-${id}`;
    const state = isDone ? t("tasks:isDone") : days >= 0 ? t("calendar:untilEndOfDay") : t("calendar:late");
    return {
      uid: uidOf("task", id),
      networkId: network.id,
      partnershipId,
      day,
      title: words,
      description: [state, document.title, network.name, url].join("\n"),
      url,
      category: network.name,
      hasAlarms: !isDone && days >= 0 && mayTick,
    };
  });
}

/** Nothing but the text itself tells who may read it: of what is agreed on no more, no word is said either. */
export function seesTaskEntry(): boolean {
  return false;
}
