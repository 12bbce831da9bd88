// Keeps a screen standing when an order cannot reach the server: the form says so, and what was typed is still there.
import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from "@remix-run/react";
import type { FieldWrong } from "~/domain/refusal";

/** For a route's `clientAction`: a lost line becomes an answer of the form instead of an error of the page. */
export async function answerOffline({ serverAction, request }: ClientActionFunctionArgs) {
  const form = request.clone().formData();
  try {
    return await serverAction<unknown>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const errors: Record<string, FieldWrong> = { form: { key: "offline" } };
    return { intent: String((await form).get("intent") ?? ""), errors };
  }
}

/** For `shouldRevalidate` of every route around such an action: a server that was not reached cannot be asked again either. */
export function unlessOffline({
  actionResult,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const errors = (actionResult as { errors?: Record<string, FieldWrong> } | undefined)?.errors;
  return errors?.form?.key === "offline" ? false : defaultShouldRevalidate;
}
