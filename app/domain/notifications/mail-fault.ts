// Why a mail could not be sent, from what was said when it was tried: so that an administrator is told it in words, and what to do.

export const mailFaults = ["address", "refused", "account", "unreachable", "silent"] as const;

export type MailFault = (typeof mailFaults)[number];

/** In the order in which they are looked for. */
const signs: ReadonlyArray<[MailFault, RegExp]> = [
  ["address", /recipients were rejected/i],
  ["account", /invalid login|authentication|missing credentials/i],
  ["unreachable", /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|getaddrinfo|querySrv/],
  ["silent", /time-?out|timed out|never received|closed unexpectedly|disconnected|ECONNRESET/i],
  ["refused", /(?:command|message) failed|mail from|sender/i],
];

/** Undefined where it is none of those that are known. */
export function faultIn(problem: string): MailFault | undefined {
  return signs.find(([, sign]) => sign.test(problem))?.[0];
}
