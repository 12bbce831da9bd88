// One notice: what happened, a way to the very place, and what can be done with it. Every order is a form, so that it needs no script.
import { Form } from "@remix-run/react";
import { lineInWords } from "~/domain/notifications/line-in-words";
import { snoozes, type NoticeShelf } from "~/domain/notifications/notice";
import type { NoticeView } from "~/domain/notifications/notices.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { Button } from "~/ui/button";
import { classNames } from "~/ui/class-names";
import { FactsLine } from "~/ui/facts-line";
import { Icon } from "~/ui/icon";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

export function NoticeRow({ notice, shelf }: { notice: NoticeView; shelf: NoticeShelf }) {
  const t = useT("notices", "activity", "frame", "deliverables");
  const format = useFormat();
  const { id, by, sentence, title, words, reason, role, network, isRead, snoozedUntil, at } = notice;
  const said = t(`sentence.${sentence}`, {
    name: by?.name ?? t("activity:someone"),
    title,
    network: network.name,
    role: role ? t(`frame:role.${role}`) : "",
    date: notice.dueOn ? format.day(notice.dueOn) : "",
    count: notice.count,
  });
  // Read out by itself, a button says what it is about.
  const named = (words: "do.done" | "do.reopen" | "do.read" | "do.unread" | "do.wake") =>
    `${t(words)}: ${said}`;
  const facts = [
    !isRead && { key: "unread", value: <strong className="text-accent">{t("unread")}</strong> },
    { key: "network", value: network.name },
    {
      key: "at",
      value: <Time at={at.toISOString()} words={format.time(at)} exact={format.dateTime(at)} />,
    },
    shelf === "snoozed" &&
      snoozedUntil !== null && { key: "until", value: t("until", { at: format.dateTime(snoozedUntil) }) },
  ];
  return (
    <li className={classNames("row notice-row", !isRead && "notice-unread")} data-notice={id}>
      <div className="flex min-w-0 gap-3">
        {by ? (
          <Avatar name={by.name} colour={by.colour} />
        ) : (
          <span className="notice-sign">
            <Icon
              name={["due", "reminder", "reminderTasks"].includes(sentence) ? "soon" : "bell"}
              size={16}
            />
          </span>
        )}
        <div className="min-w-0 flex-1">
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <button name="intent" value="open" className="row-link notice-open">
              {said}
            </button>
          </Form>
          {words === "" ? null : (
            <p lang={notice.titleLanguage || undefined} className="mt-0.5 text-quiet wrap-anywhere">
              {words}
            </p>
          )}
          {notice.lines.length === 0 ? null : (
            <ul className="mt-0.5 text-quiet wrap-anywhere">
              {notice.lines.map((line) => {
                const words = lineInWords(line, format.day, t("deliverables:due.none"));
                return <li key={words}>{words}</li>;
              })}
              {notice.count > notice.lines.length ? (
                <li>{t("more", { count: notice.count - notice.lines.length })}</li>
              ) : null}
            </ul>
          )}
          {reason === "" ? null : <p className="mt-0.5 wrap-anywhere">{t("reason", { words: reason })}</p>}
          <FactsLine facts={facts} />
          <div className="notice-orders">
            <Form method="post" preventScrollReset className="contents">
              <input type="hidden" name="id" value={id} />
              {shelf === "done" ? null : (
                <Button size="small" name="intent" value="done" aria-label={named("do.done")}>
                  {t("do.done")}
                </Button>
              )}
              {shelf === "open" ? (
                <Button
                  size="small"
                  weight="bare"
                  name="intent"
                  value={isRead ? "unread" : "read"}
                  aria-label={named(isRead ? "do.unread" : "do.read")}
                >
                  {t(isRead ? "do.unread" : "do.read")}
                </Button>
              ) : (
                <Button
                  size="small"
                  weight={shelf === "done" ? undefined : "bare"}
                  name="intent"
                  value="reopen"
                  aria-label={named(shelf === "done" ? "do.reopen" : "do.wake")}
                >
                  {t(shelf === "done" ? "do.reopen" : "do.wake")}
                </Button>
              )}
            </Form>
            {shelf === "open" ? <SnoozeForm id={id} said={said} /> : null}
          </div>
        </div>
      </div>
    </li>
  );
}

function SnoozeForm({ id, said }: { id: string; said: string }) {
  const t = useT("notices");
  return (
    <details className="fold">
      <summary>
        <Icon name="chevron-right" size={14} />
        {t("do.snooze")}
        <span className="hidden-words">: {said}</span>
      </summary>
      <Form method="post" preventScrollReset className="flex flex-wrap gap-1 pt-1">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="intent" value="snooze" />
        {snoozes.map((until) => (
          <Button key={until} size="small" weight="bare" name="until" value={until}>
            {t(`snooze.${until}`)}
          </Button>
        ))}
      </Form>
    </details>
  );
}
