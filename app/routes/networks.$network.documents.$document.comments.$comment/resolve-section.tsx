// With what the thread ends; once it is resolved, the way to open it again.
import { Form } from "@remix-run/react";
import { commentOutcomes, reasonLimit } from "~/domain/comments/comment";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";

interface ResolveSectionProps {
  id: string;
  isResolved: boolean;
  answer?: FormAnswer;
}

export function ResolveSection({ id, isResolved, answer }: ResolveSectionProps) {
  const t = useT("threads");
  const wrong = useWrongWords();
  const posted = answer?.intent === "resolve" ? answer : undefined;
  return (
    <section id="resolve" aria-labelledby="resolve-title" className="mt-8 border-t border-line pt-6">
      <h2 id="resolve-title" className="mb-3 text-section">
        {t(isResolved ? "reopen" : "resolve")}
      </h2>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="id" value={id} />
        {isResolved ? null : (
          <>
            <Choices
              legend={t("outcomeLabel")}
              name="outcome"
              defaultValue={posted?.values?.outcome ?? "done"}
              choices={commentOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            />
            <TextArea
              name="reason"
              rows={2}
              label={t("reason")}
              hint={t("alone.reason")}
              limit={reasonLimit}
              defaultValue={posted?.values?.reason}
              error={wrong(posted?.errors?.reason)}
            />
          </>
        )}
        <div>
          <Button name="intent" value={isResolved ? "reopen" : "resolve"}>
            {t(isResolved ? "reopen" : "sendResolve")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
