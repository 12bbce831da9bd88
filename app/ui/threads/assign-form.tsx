// Who is to see to a thread, and until when: of those who may read it, asked for when the form opens.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ThreadView } from "~/domain/comments/comment";
import type { PersonOffered } from "~/domain/comments/people-offered.server";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { Field } from "../field";
import { Notice } from "../notice";
import { Select } from "../select";
import { useWrongWords } from "../use-wrong-words";
import { endsOnEscape } from "./ends-on-escape";
import type { PostedAnswer } from "./posted-answer";
import { remarkAction, type ThreadPlace } from "./thread-place";

interface AssignFormProps {
  thread: ThreadView;
  place: ThreadPlace;
  onEnd: () => void;
}

export function AssignForm({ thread, place, onEnd }: AssignFormProps) {
  const t = useT("threads", "frame");
  const wrong = useWrongWords();
  const { id, assignee, dueOn } = thread;
  const fetcher = useFetcher<PostedAnswer>({ key: `assign-${id}` });
  const asked = useFetcher<{ people: PersonOffered[] }>({ key: `people-${id}` });
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef(fetcher.data);
  const { state, data } = fetcher;
  const { load } = asked;
  useEffect(
    () => load(`${place.address}/comments/names?${new URLSearchParams({ remark: id }).toString()}`),
    [load, place.address, id],
  );
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  useEffect(() => {
    if (state !== "idle" || data === seen.current) return;
    seen.current = data;
    if (data?.done) onEnd();
  }, [state, data, onEnd]);
  const errors = state === "idle" ? data?.errors : undefined;
  const people = asked.data?.people ?? (assignee ? [assignee as PersonOffered] : []);
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={remarkAction(place)}
      className="mt-2 grid gap-2"
      onKeyDown={endsOnEscape(onEnd)}
    >
      <input type="hidden" name="id" value={id} />
      {state === "idle" && data?.conflict ? <Notice tone="late">{t("changed")}</Notice> : null}
      {errors?.form ? <Notice tone="late">{wrong(errors.form)}</Notice> : null}
      <Select
        name="assigneeId"
        label={t("assignee")}
        defaultValue={assignee?.id ?? ""}
        error={wrong(errors?.assigneeId)}
        options={[
          { value: "", label: t("choose") },
          ...people.map(({ id: personId, name, aside }) => ({
            value: personId,
            label: aside ? `${name}, ${aside}` : name,
          })),
        ]}
      />
      <Field
        name="dueOn"
        type="date"
        label={t("due")}
        isOptional
        defaultValue={dueOn ?? ""}
        error={wrong(errors?.dueOn)}
      />
      <div className="flex flex-wrap gap-2">
        <Button weight="main" size="small" name="intent" value="assign" isBusy={state !== "idle"}>
          {t("sendAssign")}
        </Button>
        {assignee ? (
          <Button size="small" name="intent" value="unassign" isBusy={state !== "idle"} formNoValidate>
            {t("unassign")}
          </Button>
        ) : null}
        <Button weight="bare" size="small" type="button" onClick={onEnd}>
          {t("frame:do.cancel")}
        </Button>
      </div>
    </fetcher.Form>
  );
}
