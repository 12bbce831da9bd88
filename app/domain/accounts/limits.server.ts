// How often a password may be tried and a reset asked for: counted at the door that every caller passes.
import { isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { once } from "~/platform/once";
import { invalid } from "../refusal";

const minute = 60;

/**
 * Tries are counted by the address that was typed, known or not, so that a refusal tells nothing. An account's own limit is wide
 * enough that a stranger elsewhere can hardly lock its owner out: the narrow one is per account and client address together.
 */
const limits = () =>
  once("sign-in-limits", () => ({
    accountFromAddress: new RateLimiterMemory({ points: 10, duration: 15 * minute }),
    account: new RateLimiterMemory({ points: 50, duration: 60 * minute }),
    address: new RateLimiterMemory({ points: 100, duration: 15 * minute }),
    resetOfAccount: new RateLimiterMemory({ points: 3, duration: 60 * minute }),
    resetFromAddress: new RateLimiterMemory({ points: 20, duration: 60 * minute }),
    tokenFromAddress: new RateLimiterMemory({ points: 30, duration: 15 * minute }),
    // Wide: a calendar service on the net reads the feeds of many, and asks for long for those that were switched off.
    unknownFeedFromAddress: new RateLimiterMemory({ points: 200, duration: 15 * minute }),
    feed: new RateLimiterMemory({ points: 60, duration: 15 * minute }),
  }));

/** Counts one try to sign in, before the password is looked at. Refuses `invalid` with the minutes to wait. */
export async function chargeSignIn(address: string, email: string): Promise<void> {
  const { accountFromAddress, account, address: fromAddress } = limits();
  await charge(fromAddress, neighbourhood(address));
  await charge(accountFromAddress, `${email} ${neighbourhood(address)}`);
  await charge(account, email);
}

/** A right password takes back what was counted against this account. */
export async function forgiveSignIn(address: string, email: string): Promise<void> {
  const { accountFromAddress, account, address: fromAddress } = limits();
  await accountFromAddress.delete(`${email} ${neighbourhood(address)}`);
  await account.reward(email, 1);
  await fromAddress.reward(neighbourhood(address), 1);
}

/** Counts one request for a reset link. Refuses `invalid` with the minutes to wait. */
export async function chargeReset(address: string, email: string): Promise<void> {
  await charge(limits().resetFromAddress, neighbourhood(address));
  await charge(limits().resetOfAccount, email);
}

/** Counts one try of a one-time token. */
export async function chargeToken(address: string): Promise<void> {
  await charge(limits().tokenFromAddress, neighbourhood(address));
}

/** A right token was no guess: what was counted for it is taken back, so that one town hall may open many. */
export async function forgiveToken(address: string): Promise<void> {
  await limits().tokenFromAddress.reward(neighbourhood(address), 1);
}

/** Counts one reading of a calendar feed, wherever it comes from. Refuses `invalid` with the minutes to wait. */
export async function chargeFeed(feedId: string): Promise<void> {
  await charge(limits().feed, feedId);
}

/** Counts one try of an address of a calendar feed that opens nothing. */
export async function chargeUnknownFeed(address: string): Promise<void> {
  await charge(limits().unknownFeedFromAddress, neighbourhood(address));
}

async function charge(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    throw invalid("form", "tooManyTries", { minutes: Math.max(1, Math.ceil(thrown.msBeforeNext / 60_000)) });
  }
}

/** One household's addresses count together: an IPv6 subscriber has a whole /64 of them. */
function neighbourhood(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const groups = address.includes("::")
    ? [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right]
    : left;
  return `${groups.slice(0, 4).join(":")}::/64`;
}
