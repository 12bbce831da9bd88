// Deleting one's own remark, and what is left of it then: who and when, without its words.
import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { CommentView } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { UndoToast } from "../undo-toast";
import { useFormat } from "../use-reader";
import { remarkAction, type ThreadPlace } from "./thread-place";

interface Props {
  comment: CommentView;
  place: ThreadPlace;
}

export function DeleteButton({ comment, place }: Props) {
  const t = useT("threads");
  const format = useFormat();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={remarkAction(place)}>
      <input type="hidden" name="id" value={comment.id} />
      <Button
        weight="bare"
        size="small"
        name="intent"
        value="delete"
        isBusy={fetcher.state !== "idle"}
        aria-label={t("deleteNamed", { date: format.dateTime(comment.createdAt) })}
      >
        {t("delete")}
      </Button>
    </fetcher.Form>
  );
}

/** For ten seconds its author can take it back with one click, and later still. */
export function DeletedTrace({ comment, place }: Props) {
  const t = useT("threads");
  const format = useFormat();
  const fetcher = useFetcher();
  const { id, author, isMine, deletedAt } = comment;
  const isFresh = deletedAt !== null && format.now.getTime() - deletedAt.getTime() < 10_000;
  const [isToastOver, setToastOver] = useState(!isFresh);
  // Before everybody's eyes, also where the trace itself lies in a fold, and above the sheet.
  const [host, setHost] = useState<Element | null>(null);
  useEffect(() => setHost(document.querySelector(".sheet:popover-open") ?? document.body), []);
  const isToastShown = isMine && !isToastOver && host !== null;
  const restore = (
    <fetcher.Form method="post" action={remarkAction(place)}>
      <input type="hidden" name="id" value={id} />
      <Button weight="bare" size="small" name="intent" value="restore" isBusy={fetcher.state !== "idle"}>
        {t("undo")}
      </Button>
    </fetcher.Form>
  );
  return (
    <div className="text-small text-quiet">
      <p>{t("deleted", { name: author.name, date: deletedAt ? format.date(deletedAt) : "" })}</p>
      {isMine && !isToastShown ? restore : null}
      {isToastShown
        ? createPortal(
            <UndoToast message={t("deletedNow")} onEnd={() => setToastOver(true)}>
              {restore}
            </UndoToast>,
            host,
          )
        : null}
    </div>
  );
}
