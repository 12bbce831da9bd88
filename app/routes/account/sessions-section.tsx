// The browsers in which one is signed in, and ending them.
import { Form } from "@remix-run/react";
import type { SessionView } from "~/domain/accounts/sessions.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { browserName } from "~/ui/browser-name";
import { Button } from "~/ui/button";
import { FactsLine } from "~/ui/facts-line";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

interface SessionsSectionProps {
  sessions: SessionView[];
  answer?: FormAnswer;
}

export function SessionsSection({ sessions, answer }: SessionsSectionProps) {
  const t = useT("accounts");
  const isEnded = answer?.intent === "end-session" && Boolean(answer.done);
  return (
    <section aria-labelledby="sessions-title" className="border-t border-line pt-8">
      <h2 id="sessions-title" className="text-section">
        {t("sessions.title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("sessions.lead")}</p>
      {isEnded ? (
        <div className="mb-6">
          <Notice tone="ok" announce="politely">
            {t("sessions.ended")}
          </Notice>
        </div>
      ) : null}
      <RowList labelledBy="sessions-title">
        {sessions.map((session) => (
          <SessionRow key={session.id} {...session} />
        ))}
      </RowList>
      {sessions.length > 1 ? (
        <Form method="post" preventScrollReset className="mt-4">
          <Button name="intent" value="end-others">
            {t("sessions.endOthers")}
          </Button>
        </Form>
      ) : (
        <p className="mt-3 text-small text-quiet">{t("sessions.onlyThis")}</p>
      )}
    </section>
  );
}

function SessionRow({ id, isThis, userAgent, createdAt, lastSeen }: SessionView) {
  const t = useT("accounts");
  const format = useFormat();
  const { browser, system } = browserName(userAgent);
  const name = browser
    ? t("sessions.browser", { browser, system: system ?? t("sessions.unknownSystem") })
    : t("sessions.unknownBrowser");
  const facts = [
    isThis && { key: "this", value: <strong>{t("sessions.current")}</strong> },
    { key: "seen", value: t("sessions.lastSeen", { ago: format.dateTime(lastSeen) }) },
    { key: "since", value: t("sessions.since", { date: format.dateTime(createdAt) }) },
  ];
  return (
    <Row
      title={name}
      below={<FactsLine facts={facts} />}
      side={
        isThis ? null : (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="id" value={id} />
            <Button
              size="small"
              name="intent"
              value="end-session"
              aria-label={t("sessions.endNamed", { browser: name })}
            >
              {t("sessions.end")}
            </Button>
          </Form>
        )
      }
    />
  );
}
