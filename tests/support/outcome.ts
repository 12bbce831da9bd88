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
