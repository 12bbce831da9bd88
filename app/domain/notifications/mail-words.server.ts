// What a mail about notices says, in its reader's language and time zone: as plain text and as a page, with a way to each very place.
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import type { Mail } from "~/platform/mail.server";
import { escaped } from "~/text/escaped";
import { authOptions } from "../accounts/auth.server";
import { lineInWords } from "./line-in-words";
import type { Addressee } from "./mail-choice.server";
import { unsubscribePath } from "./unsubscribe.server";
import type { NoticeTold } from "./words.server";

/** What is said of one notice. */
interface Line {
  network: string;
  sentence: string;
  words: string;
  /** Of several deliverables, each in words. */
  list: string[];
  reason: string;
  language: string;
  when: string;
  link: string;
}

/** The mail, whose id makes its Message-ID. There is at least one notice, the oldest first. */
export function mailInWords(
  person: Addressee,
  mail: { id: string; way: string; madeAt: Date },
  notices: readonly NoticeTold[],
): Mail {
  const { origin } = authOptions();
  const t = translate(person.language);
  const { dateTime, date, day } = formatFor(person.language, person.timeZone);
  const lines = notices.map((notice): Line => {
    const { by, sentence, title, network, role } = notice;
    return {
      network: network.name,
      sentence: t(`notices:sentence.${sentence}`, {
        name: by?.name ?? t("activity:someone"),
        title,
        network: network.name,
        role: role ? t(`frame:role.${role}`) : "",
        date: notice.dueOn ? day(notice.dueOn) : "",
        count: notice.count,
      }),
      words: notice.words,
      list: [
        ...notice.lines.map((line) => lineInWords(line, day, t("deliverables:due.none"))),
        ...(notice.count > notice.lines.length
          ? [t("notices:more", { count: notice.count - notice.lines.length })]
          : []),
      ],
      reason: notice.reason === "" ? "" : t("notices:reason", { words: notice.reason }),
      language: notice.titleLanguage,
      when: dateTime(notice.at),
      link: `${origin}${notice.to}`,
    };
  });
  const [first] = lines;
  const title = notices[0]?.title ?? "";
  const subject =
    mail.way === "daily"
      ? t("mails:notices.daily", { date: date(mail.madeAt) })
      : lines.length === 1 || title === ""
        ? `Torg: ${first?.sentence ?? ""}`
        : t("mails:notices.several", { title });
  const unsubscribe = `${origin}${unsubscribePath(person.id)}`;
  const foot = [
    { words: t("mails:notices.all"), link: `${origin}/notices` },
    { words: t("mails:notices.choose"), link: `${origin}/account#notices` },
    { words: t("mails:notices.unsubscribe"), link: unsubscribe },
  ];
  const hello = t("mails:notices.hello", { name: person.name });
  return {
    to: person.email,
    subject,
    text: asText(hello, lines, foot),
    html: asPage(person.language, subject, hello, lines, { open: t("mails:notices.open"), foot }),
    ...envelopeOf(person.id, mail.id),
  };
}

/** What is on every mail of the queue: that it is the same one however often it is sent, and the way to end them. */
export function envelopeOf(personId: string, mailId: string): Pick<Mail, "messageId" | "headers"> {
  const { origin } = authOptions();
  return {
    messageId: `<${mailId}@${new URL(origin).hostname.replace(/^\[|\]$/g, "")}>`,
    headers: {
      "List-Unsubscribe": `<${origin}${unsubscribePath(personId)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

type Foot = Array<{ words: string; link: string }>;

function asText(hello: string, lines: readonly Line[], foot: Foot): string {
  const said = lines.map(({ network, sentence, words, list, reason, when, link }) =>
    [sentence, `${network}, ${when}`, words === "" ? "" : `> ${words}`, ...list, reason, link]
      .filter((one) => one !== "")
      .join("\n"),
  );
  const ways = foot.map(({ words, link }) => `${words}\n${link}`);
  return [hello, ...said, "--", ...ways, ""].join("\n\n");
}

/** Mail programs read no style sheet, and some invert what does not say that it is light. */
function asPage(
  language: string,
  subject: string,
  hello: string,
  lines: readonly Line[],
  { open, foot }: { open: string; foot: Foot },
): string {
  const said = lines.map(
    ({ network, sentence, words, list, reason, when, language: of, link }) =>
      `<div style="border-top:1px solid #e4e0d8;padding:20px 0">` +
      `<p style="margin:0;font-weight:600">${escaped(sentence)}</p>` +
      `<p style="margin:2px 0 0;font-size:14px;color:#5b6472">${escaped(`${network}, ${when}`)}</p>` +
      (words === ""
        ? ""
        : `<blockquote lang="${escaped(of)}" style="margin:12px 0 0;padding-left:14px;border-left:3px solid #e4e0d8">${escaped(words)}</blockquote>`) +
      (list.length === 0
        ? ""
        : `<ul style="margin:12px 0 0;padding-left:20px">${list.map((one) => `<li>${escaped(one)}</li>`).join("")}</ul>`) +
      (reason === "" ? "" : `<p style="margin:12px 0 0">${escaped(reason)}</p>`) +
      `<p style="margin:16px 0 0"><a href="${escaped(link)}" aria-label="${escaped(`${open}: ${sentence}`)}" ` +
      `style="display:inline-block;padding:7px 14px;border:1px solid #a8412a;border-radius:6px;color:#a8412a;font-weight:600;text-decoration:none">` +
      `${escaped(open)}</a></p></div>`,
  );
  const ways = foot.map(
    ({ words, link }) =>
      `<p style="margin:4px 0"><a href="${escaped(link)}" style="color:#5b6472">${escaped(words.replace(/:$/, ""))}</a></p>`,
  );
  return (
    `<!DOCTYPE html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light"><title>${escaped(subject)}</title></head>` +
    `<body style="margin:0;padding:24px 16px;background:#fbfaf7;color:#1c2430;font:16px/1.5 'Source Sans 3',-apple-system,'Segoe UI',Roboto,sans-serif">` +
    `<div style="max-width:36em;margin:0 auto;overflow-wrap:anywhere">` +
    `<p style="margin:0 0 20px;font:600 22px/1.2 'Source Serif 4',Georgia,serif"><span style="color:#a8412a">&#9632;</span> Torg</p>` +
    `<p style="margin:0 0 20px">${escaped(hello)}</p>${said.join("")}` +
    `<div style="border-top:1px solid #e4e0d8;padding-top:16px;font-size:14px">${ways.join("")}</div></div></body></html>`
  );
}
