// What one still has to hear, from all of one's networks: by day, to open, put off and deal with. A page, so that it works without a script.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { networksOf } from "~/domain/access/members.server";
import { noticeViews } from "~/domain/notifications/notice";
import { NameNotice, SnoozeNotice } from "~/domain/notifications/notice-orders";
import {
  finishNotice,
  listNotices,
  openNotice,
  readAllNotices,
  readNotice,
  reopenNotice,
  snoozeNotice,
  unreadNotice,
} from "~/domain/notifications/notices.server";
import { on } from "~/http/form.server";
import { personAction, personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { now } from "~/platform/clock";
import { Button } from "~/ui/button";
import { FilterLinks } from "~/ui/filter-links";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { titled } from "~/ui/titled";
import { WrongSummary } from "~/ui/wrong-summary";
import { useAnswer } from "~/ui/use-answer";
import { NoticeDays } from "./notice-days";
import { NoNotices } from "./no-notices";
import { olderIn, placeInSearch } from "./older";
import { NoticeKeys } from "./notice-keys";

export const meta = titled;

export const loader = personLoader(async ({ own, door, url }) => {
  const asked = url.searchParams.get("shelf");
  const shelf = noticeViews.find((one) => one === asked) ?? "open";
  const older = olderIn(url.searchParams);
  return {
    title: pageTitle(door.language, translate(door.language)("notices:title")),
    shelf,
    isFirst: older === undefined,
    list: await listNotices(own, shelf, older),
    networks: await networksOf(own.person.id, door.memberships()),
    at: now(),
  };
});

export const action = personAction(({ own }) => ({
  open: on(NameNotice, async (order) => redirect(await openNotice(own, order))),
  read: on(NameNotice, (order) => readNotice(own, order)),
  unread: on(NameNotice, (order) => unreadNotice(own, order)),
  done: on(NameNotice, (order) => finishNotice(own, order)),
  reopen: on(NameNotice, (order) => reopenNotice(own, order)),
  snooze: on(SnoozeNotice, (order) => snoozeNotice(own, order)),
  "read-all": on(z.object({ until: z.coerce.date() }), ({ until }) => readAllNotices(own, until)),
}));

export default function Notices() {
  const t = useT("notices");
  const { shelf, isFirst, list, networks, at } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { notices, older } = list;
  const isUnread = shelf === "open" && notices.some((notice) => !notice.isRead);
  return (
    <PersonFrame networks={networks} crumbs={[{ label: t("title") }]}>
      <div className="page page-narrow">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          actions={
            <>
              {isUnread ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="until" value={at.toISOString()} />
                  <Button name="intent" value="read-all">
                    {t("readAll")}
                  </Button>
                </Form>
              ) : null}
              <LinkButton weight="bare" to="/account#notices">
                {t("choose")}
              </LinkButton>
            </>
          }
        />
        <WrongSummary wrongs={answer?.errors} labels={{}} />
        <FilterLinks
          label={t("shelf.label")}
          links={noticeViews.map((one) => ({
            key: one,
            label: t(`shelf.${one}`),
            to: one === "open" ? "?" : `?shelf=${one}`,
            isCurrent: one === shelf,
          }))}
        />
        {notices.length === 0 ? (
          <NoNotices shelf={shelf} isFirst={isFirst && older === null} />
        ) : (
          <NoticeDays notices={notices} shelf={shelf} />
        )}
        {isFirst && older === null ? null : (
          <nav aria-label={t("pages")} className="on-screen-only flex flex-wrap gap-2">
            {older ? <LinkButton to={placeInSearch(shelf, older)}>{t("older")}</LinkButton> : null}
            {isFirst ? null : (
              <LinkButton weight="bare" to={`?shelf=${shelf}`}>
                {t("latest")}
              </LinkButton>
            )}
          </nav>
        )}
        <NoticeKeys ids={notices.map(({ id }) => id)} />
      </div>
    </PersonFrame>
  );
}
