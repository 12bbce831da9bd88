// Keeps a screen standing when an order cannot reach the server: the form says so, and what was typed is still there.
import type { ClientActionFunctionArgs } from "@remix-run/react";
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
