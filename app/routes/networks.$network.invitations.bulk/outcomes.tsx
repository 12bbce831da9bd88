// Row by row what will happen with a list, and the word on which it does; or what was done.
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { BulkOutcome } from "~/domain/networks/bulk-invitation";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { FactsLine } from "~/ui/facts-line";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { RowList } from "~/ui/row-list";
import { OutcomeRow } from "./outcome-row";

interface OutcomesProps {
  step: "preview" | "sent";
  /** The list, to be sent again with the second word: it is judged afresh then. */
  text: string;
  outcomes: BulkOutcome[];
}

export function Outcomes({ step, text, outcomes }: OutcomesProps) {
  const t = useT("invitations");
  const isBusy = useNavigation().formData?.get("intent") === "send";
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [outcomes]);
  const good = outcomes.filter(({ kind }) => kind === "invite").length;
  const left = outcomes.length - good;
  const isSent = step === "sent";
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes" ref={heading} tabIndex={-1} className="text-section">
        {isSent ? t("bulk.sentResult") : t("bulk.result")}
      </h2>
      {isSent && good > 0 ? (
        <div className="mt-4">
          <Notice
            tone="ok"
            announce="politely"
            actions={<LinkButton to="../invitations">{t("list.title")}</LinkButton>}
          >
            {t("bulk.sent", { count: good })}
          </Notice>
        </div>
      ) : (
        <FactsLine
          className="mt-1 mb-4"
          facts={[
            { key: "good", value: t("bulk.good", { count: good }) },
            left > 0 && { key: "left", value: t("bulk.left", { count: left }) },
          ]}
        />
      )}
      <div className="mt-4">
        <RowList labelledBy="outcomes">
          {outcomes.map((outcome, index) => (
            <OutcomeRow key={index} outcome={outcome} isSent={isSent} />
          ))}
        </RowList>
      </div>
      {isSent ? null : good > 0 ? (
        <Form method="post" encType="multipart/form-data" className="mt-5">
          <input type="hidden" name="csv" value={text} />
          <Button weight="main" name="intent" value="send" isBusy={isBusy}>
            {t("bulk.send", { count: good })}
          </Button>
        </Form>
      ) : (
        <p className="mt-4 font-semibold">{t("bulk.nothing")}</p>
      )}
    </section>
  );
}
