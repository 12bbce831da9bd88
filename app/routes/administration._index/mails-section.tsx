// How the mails about notices fare: what waits, what the mail server says, what was given up. Nothing of what they say.
import { Form } from "@remix-run/react";
import type { MailsSeen } from "~/domain/notifications/mail-keeping.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { FactsLine } from "~/ui/facts-line";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function MailsSection({ mails: { waiting, sentAt, failing, givenUp } }: { mails: MailsSeen }) {
  const t = useT("notices");
  const format = useFormat();
  const facts = [
    { key: "waiting", value: t("queue.waiting", { number: format.number(waiting) }) },
    {
      key: "sent",
      value: sentAt ? t("queue.sent", { at: format.dateTime(sentAt) }) : t("queue.noneSent"),
    },
  ];
  return (
    <section id="mails" aria-labelledby="mails-title" className="grid gap-4">
      <div>
        <h2 id="mails-title" className="text-section">
          {t("queue.title")}
        </h2>
        <p className="mt-1 max-w-[60ch] text-quiet">{t("queue.lead")}</p>
      </div>
      <FactsLine facts={facts} />
      {failing ? (
        <Notice tone="soon" title={t("queue.failing", { number: format.number(failing.count) })}>
          <WhyNot {...failing} />
        </Notice>
      ) : null}
      {givenUp.length === 0 ? (
        <p className="text-quiet">{t("queue.noneGivenUp")}</p>
      ) : (
        <div>
          <h3 id="given-up" className="mb-2 font-semibold">
            {t("queue.givenUp")}
          </h3>
          <RowList labelledBy="given-up">
            {givenUp.map(({ id, name, email, fault, problem, at }) => (
              <Row
                key={id}
                title={name}
                isSideLong
                below={
                  <>
                    <FactsLine
                      facts={[
                        { key: "email", value: <span className="break-all">{email}</span> },
                        { key: "at", value: format.dateTime(at) },
                      ]}
                    />
                    <WhyNot fault={fault} problem={problem} />
                  </>
                }
                side={
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="id" value={id} />
                    <Button size="small" name="intent" value="try-mail-again">
                      {t("queue.again")}
                      <span className="hidden-words"> {name}</span>
                    </Button>
                  </Form>
                }
              />
            ))}
          </RowList>
        </div>
      )}
    </section>
  );
}

/** In words where it is known what it means, and always as the mail server said it, for whoever looks after that. */
function WhyNot({ fault, problem }: Pick<MailsSeen["givenUp"][number], "fault" | "problem">) {
  const t = useT("notices");
  return (
    <>
      {fault ? <p>{t(`queue.fault.${fault}`)}</p> : null}
      <p className="text-small text-quiet wrap-anywhere" lang="en">
        {problem}
      </p>
    </>
  );
}
