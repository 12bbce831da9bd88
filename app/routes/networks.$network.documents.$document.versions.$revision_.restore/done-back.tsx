// What was done, and the way to take exactly that back.
import { Form } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";

interface DoneBackProps {
  /** The number under which it can be taken back; anything else: it cannot. */
  done: string;
  /** How many passages stayed, because others wrote in them meanwhile. */
  kept: number;
  /** Of the document. */
  path: string;
  isBusy: boolean;
}

export function DoneBack({ done, kept, path, isBusy }: DoneBackProps) {
  const t = useT("restoring");
  const format = useFormat();
  return (
    <>
      <Notice tone="ok" announce="politely">
        {t(done === "taken-back" ? "takenBack" : "done")}
      </Notice>
      {kept > 0 ? <p className="mt-4">{t("kept", { count: kept, number: format.number(kept) })}</p> : null}
      <div className="mt-6 flex flex-wrap gap-2">
        <LinkButton weight="main" to={`${path}?text=working`}>
          {t("toText")}
        </LinkButton>
        <LinkButton to={`${path}/edit`}>{t("toEditor")}</LinkButton>
        {/^\d+$/.test(done) ? (
          <Form method="post">
            <input type="hidden" name="done" value={done} />
            <Button name="intent" value="take-back" isBusy={isBusy}>
              {t("takeBack")}
            </Button>
          </Form>
        ) : null}
      </div>
    </>
  );
}
