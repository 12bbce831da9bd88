// What the bell in the top bar says, in words: a reading screen has none for it.
import { countedNotices } from "~/domain/notifications/notice";
import { countUnread } from "~/domain/notifications/notices.server";
import { translate } from "~/i18n/translate.server";
import type { Door } from "./door.server";

/** What the bell is called, and the number at it; "" where nothing is unread, and null for whoever is not signed in. */
export async function bellOf({ session, memberships, language }: Door, url: URL) {
  if (!session) return null;
  const unread = await countUnread(session, memberships(), url.searchParams.get("remark"));
  const t = translate(language);
  if (unread === 0) return { words: t("notices:title"), number: "" };
  const number = unread > countedNotices ? `${countedNotices}+` : String(unread);
  return { words: t("notices:bell", { count: unread, number }), number };
}
