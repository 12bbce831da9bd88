// What answers to a question already while its own answer is still on the way.
import { fold } from "~/text/fold";

/** One of what a search callback finds; `aside` tells apart what bears the same name. */
export interface Offer {
  id: string;
  name: string;
  aside?: string;
}

/** Those whose words begin with every word asked for, whatever marks their letters bear; in their order. All for an empty question. */
export function narrowed(offers: readonly Offer[], question: string): readonly Offer[] {
  const asked = wordsOf(question);
  return offers.filter(({ name, aside }) => {
    const words = wordsOf(`${name} ${aside ?? ""}`);
    return asked.every((begin) => words.some((word) => word.startsWith(begin)));
  });
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
