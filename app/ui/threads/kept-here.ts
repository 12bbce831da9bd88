// Whether a remark has words here that were not sent.
import { keptKey, readKept } from "../kept-text";

export function isKeptHere(personId = "", what: "reply" | "edit", id: string): boolean {
  return readKept(keptKey(personId, `${what}:${id}`)) !== null;
}
