// What a page's form was answered, kept while the page stays: what others do meanwhile asks its loaders again, and Remix forgets the answer by that.
import { useActionData, useLocation } from "@remix-run/react";
import { useRef } from "react";

type Answered<Action> = ReturnType<typeof useActionData<Action>>;

/** As `useActionData`, until the next form or the next page. */
export function useAnswer<Action>(): Answered<Action> {
  const answer = useActionData<Action>();
  const { key } = useLocation();
  const kept = useRef<{ answer: Answered<Action>; key: string }>();
  if (answer !== undefined) kept.current = { answer, key };
  return answer ?? (kept.current?.key === key ? kept.current.answer : undefined);
}
