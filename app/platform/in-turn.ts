// Lets what concerns one thing happen one after the other, while everything else goes on beside it.
import { once } from "./once";

/** Runs the work when all earlier work of this name is over, however that ended. Work must not ask for its own turn again. */
export function inTurn<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const turns = once("turns", () => new Map<string, Promise<unknown>>());
  const begun = (turns.get(name) ?? Promise.resolve()).then(work);
  const over = begun
    .catch(() => undefined)
    .then(() => {
      if (turns.get(name) === over) turns.delete(name);
    });
  turns.set(name, over);
  return begun;
}
