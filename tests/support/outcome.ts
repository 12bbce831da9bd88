// Says in one word how a use-case refused, or that it did not.
import { refusalIn, type Refusal } from "~/domain/refusal";

/** The refusal a promise ends in; fails the test on any other error, and says "done" where there was none. */
export async function outcome(promise: Promise<unknown>): Promise<Refusal["kind"] | "done"> {
  try {
    await promise;
    return "done";
  } catch (thrown) {
    const refusal = refusalIn(thrown);
    if (!refusal) throw thrown;
    return refusal.kind;
  }
}

/** What is wrong beside which field ("email: required"), or the kind of another refusal; undefined where there was none. */
export async function wrongWith(promise: Promise<unknown>): Promise<string[] | Refusal["kind"] | undefined> {
  const refusal = await promise.then(() => undefined, refusalIn);
  if (refusal?.kind !== "invalid") return refusal?.kind;
  return Object.entries(refusal.fields).map(([field, { key }]) => `${field}: ${key}`);
}
