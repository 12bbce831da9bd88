// Counts what is refused at the door of the texts, and says so in the log without letting anybody fill it.
import { log } from "~/platform/log.server";
import { once } from "~/platform/once";
import type { TextRefusal } from "./text-protocol";

type Counts = Partial<Record<TextRefusal, number>>;

const counts = () => once<Counts>("text-refusals", () => ({}));

/** How often each was refused since the process began. */
export function textRefusals(): Readonly<Counts> {
  return { ...counts() };
}

/** Counts one; every first, second, fourth, eighth … is in the log. */
export function countRefusal(refusal: TextRefusal, personId: string, document: string): void {
  const count = (counts()[refusal] = (counts()[refusal] ?? 0) + 1);
  if ((count & (count - 1)) === 0)
    log().warn(
      { refusal, count, personId, document: document.slice(0, 40) },
      "something was refused in a text",
    );
}
