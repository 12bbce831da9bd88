// Who is to see to the thread, and until when.
import { Form } from "@remix-run/react";
import type { ThreadView } from "~/domain/comments/comment";
import type { PersonOffered } from "~/domain/comments/people-offered.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";

interface AssignSectionProps {
  thread: Pick<ThreadView, "id" | "assignee" | "dueOn">;
  people: PersonOffered[];
  answer?: FormAnswer;
}

export function AssignSection({ thread: { id, assignee, dueOn }, people, answer }: AssignSectionProps) {
  const t = useT("threads");
  const wrong = useWrongWords();
  const posted = answer?.intent === "assign" ? answer : undefined;
  return (
    <section id="assign" aria-labelledby="assign-title" className="mt-8 border-t border-line pt-6">
      <h2 id="assign-title" className="mb-3 text-section">
        {t(assignee ? "assignAgain" : "assign")}
      </h2>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="id" value={id} />
        <Select
          name="assigneeId"
          label={t("assignee")}
          defaultValue={posted?.values?.assigneeId ?? assignee?.id ?? ""}
          error={wrong(posted?.errors?.assigneeId)}
          options={[
            { value: "", label: t("choose") },
            ...people.map(({ id: value, name, aside }) => ({
              value,
              label: aside ? `${name}, ${aside}` : name,
            })),
          ]}
        />
        <Field
          name="dueOn"
          type="date"
          label={t("due")}
          isOptional
          defaultValue={posted?.values?.dueOn ?? dueOn ?? ""}
          error={wrong(posted?.errors?.dueOn)}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="intent" value="assign">
            {t("sendAssign")}
          </Button>
          {assignee ? (
            <Button weight="bare" name="intent" value="unassign">
              {t("unassign")}
            </Button>
          ) : null}
        </div>
      </Form>
    </section>
  );
}
