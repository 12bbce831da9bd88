// Holds a text still while it is judged as it stands: what is handed in meanwhile waits, and is refused where the text was sealed.
import { once } from "~/platform/once";
import { UpdateRefused } from "./live-document";

const held = () => once("texts-held", () => new Map<string, Promise<unknown>>());
/** Sealed in this process: whoever was let in before may not have been judged again yet. */
const sealed = () => once("texts-sealed", () => new Set<string>());

/**
 * Does the work while nobody's edit gets into the text; afterwards they go on in their order. `seal` has them, and all later ones, refused
 * as `forbidden` once the work is done; if it fails nothing is sealed. Called in the text's turn.
 */
export async function holdStill<Value>(
  id: string,
  work: (seal: () => void) => Promise<Value>,
): Promise<Value> {
  let isSealing = false;
  const done = Promise.resolve()
    .then(() => work(() => (isSealing = true)))
    .then((value) => {
      if (isSealing) sealed().add(id);
      return value;
    });
  held().set(
    id,
    done.catch(() => undefined).then(() => held().delete(id)),
  );
  return done;
}

/** Waits while the text is held still. Answers at once, without a promise, where it is not; refuses what comes into a sealed one. */
export function whenMoving<Value>(id: string, write: () => Promise<Value>): Promise<Value> {
  const waiting = held().get(id);
  if (waiting) return waiting.then(() => whenMoving(id, write));
  if (sealed().has(id)) return Promise.reject(new UpdateRefused("forbidden"));
  return write();
}
