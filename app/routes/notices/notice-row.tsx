// One notice: what happened, a way to the very place, and what can be done with it. Every order is a form, so that it needs no script.
import { Form } from "@remix-run/react";
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
  const t = useT("notices", "activity", "frame");
  const format = useFormat();
  const { id, by, sentence, title, words, role, network, isRead, snoozedUntil, at } = notice;
  const said = t(`sentence.${sentence}`, {
    name: by?.name ?? t("activity:someone"),
    title,
    network: network.name,
    role: role ? t(`frame:role.${role}`) : "",
  });
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
    <li className={classNames("row row-long", !isRead && "notice-unread")} data-notice={id}>
      <div className="flex min-w-0 gap-3">
        <Avatar name={by?.name ?? t("activity:someone")} colour={by?.colour ?? 0} />
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
          <FactsLine facts={facts} />
        </div>
      </div>
      <div className="row-side notice-orders">
        <Form method="post" preventScrollReset className="contents">
          <input type="hidden" name="id" value={id} />
          <Button size="small" name="intent" value={shelf === "done" ? "reopen" : "done"}>
            {t(shelf === "done" ? "do.reopen" : "do.done")}
          </Button>
          {shelf === "open" ? (
            <Button size="small" weight="bare" name="intent" value={isRead ? "unread" : "read"}>
              {t(isRead ? "do.unread" : "do.read")}
            </Button>
          ) : null}
          {shelf === "snoozed" ? (
            <Button size="small" weight="bare" name="intent" value="reopen">
              {t("do.wake")}
            </Button>
          ) : null}
        </Form>
        {shelf === "open" ? <SnoozeForm id={id} /> : null}
      </div>
    </li>
  );
}

function SnoozeForm({ id }: { id: string }) {
  const t = useT("notices");
  return (
    <details className="fold">
      <summary>
        <Icon name="chevron-right" size={14} />
        {t("do.snooze")}
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
