// What a former member is told at an address of the network: the same shape for the guard that says it and the page that shows it.

/** Sentences in the reader's language: the page that shows them may be one that carries few words of its own. */
export interface MembershipOver {
  title: string;
  text: string;
  next: string;
  /** Said above what was typed and never sent, where this device keeps some. */
  kept: string;
}

/** What is told in the data of an error, where it is that. */
export function membershipOverIn(data: unknown): MembershipOver | undefined {
  if (typeof data !== "object" || data === null || !("over" in data)) return undefined;
  return data.over as MembershipOver;
}
