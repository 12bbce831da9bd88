// What was wrong with a remark that was posted as a page, without a script, where no open form of the page says it.
import { useActionData } from "@remix-run/react";
import type { FormAnswer } from "~/http/form";
import { Notice } from "~/ui/notice";
import { useWrongWords } from "~/ui/use-wrong-words";

/** Forms beside a visit note that say themselves what is wrong with their text. */
const saidBeside = ["reply", "add-to-visit"];

/** Says it once, with the words that were typed; nothing where the form for a new remark says it beside its field. */
export function PostedRefusal({ mayComment }: { mayComment: boolean }) {
  const wrong = useWrongWords();
  const posted = useActionData<FormAnswer>();
  const [first] = Object.values(posted?.errors ?? {});
  const refusal = posted?.conflict ? { key: "conflict" } : first;
  const isSaidThere =
    (posted?.intent === "add" && mayComment && !posted.values?.parentId) ||
    (posted?.errors?.text && saidBeside.includes(posted.intent));
  if (!refusal || isSaidThere) return null;
  return (
    <div className="mb-6">
      <Notice tone="late" announce="at-once" title={wrong(refusal)}>
        {posted?.values?.text ? <p className="whitespace-pre-wrap">{posted.values.text}</p> : null}
      </Notice>
    </div>
  );
}
