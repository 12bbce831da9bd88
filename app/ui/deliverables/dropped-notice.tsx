// That a deliverable is no longer asked for, since when and by whom; whoever asks for deliverables asks for it again from here.
import { Form, useNavigation } from "@remix-run/react";
import type { Dropped } from "~/domain/deliverables/dropped.server";
import type { Shift } from "~/domain/deliverables/shift.server";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { Notice } from "../notice";
import { useFormat } from "../use-reader";
import { ShiftTable } from "./shift-table";

interface DroppedNoticeProps {
  dropped: Dropped;
  /** The deliverable's own page, where it is asked for again. */
  to: string;
  /** What asking again would mean, once somebody has looked. */
  shift?: Shift;
}

export function DroppedNotice({ dropped: { at, by, mayAskAgain }, to, shift }: DroppedNoticeProps) {
  const t = useT("deliverables");
  const format = useFormat();
  const isBusy = useNavigation().state !== "idle";
  const date = format.date(at);
  return (
    <div className="mb-8">
      <Notice>
        <p>
          {by === null ? t("one.droppedSince", { date }) : t("one.droppedBy", { name: by, date })}{" "}
          {t("one.droppedKept")}
        </p>
        {mayAskAgain ? (
          <Form method="post" action={to} className="mt-3">
            <div className="flex flex-wrap gap-2">
              <Button name="intent" value="ask-again" isBusy={isBusy}>
                {t("one.askAgain")}
              </Button>
              <Button weight="bare" name="intent" value="preview-ask-again" isBusy={isBusy}>
                {t("one.dropPreview")}
              </Button>
            </div>
          </Form>
        ) : null}
      </Notice>
      {shift ? (
        <div className="mt-4">
          <ShiftTable shift={shift} />
        </div>
      ) : null}
    </div>
  );
}
