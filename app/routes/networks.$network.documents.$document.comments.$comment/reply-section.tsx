// The field in which one answers.
import { Form } from "@remix-run/react";
import { commentLimit } from "~/domain/comments/comment";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";

interface ReplySectionProps {
  fields: Readonly<Record<string, string>>;
  /** Of whoever is answered. */
  name: string;
  answer?: FormAnswer;
}

export function ReplySection({ fields, name, answer }: ReplySectionProps) {
  const t = useT("threads");
  const wrong = useWrongWords();
  const posted = answer?.intent === "add" ? answer : undefined;
  return (
    <section id="reply" aria-labelledby="reply-title" className="mt-8 border-t border-line pt-6">
      <h2 id="reply-title" className="mb-3 text-section">
        {t("reply")}
      </h2>
      <Form method="post" className="grid gap-3">
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <TextArea
          name="text"
          label={t("replyField", { name })}
          limit={commentLimit}
          defaultValue={posted?.values?.text}
          error={wrong(posted?.errors?.text)}
        />
        <div>
          <Button weight="main" name="intent" value="add">
            {t("sendReply")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
