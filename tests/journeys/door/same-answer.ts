// Two answers are the same when nothing is left that a caller could tell them apart by.
import type { Answer } from "../../support/visitor";

/** The headers that differ with every answer, and those of the line. */
const ofTheMoment = ["date", "connection", "keep-alive", "content-length", "transfer-encoding", "etag"];

/**
 * What an answer says, without what belongs to the moment (nonce, number to quote, time) and with the names that the caller
 * gave themselves replaced.
 */
export function said(answer: Answer, named: Record<string, string>): string {
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !ofTheMoment.includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`);
  const whole = [String(answer.status), ...headers, "", answer.text].join("\n");
  const timeless = whole
    .replaceAll(/nonce-[A-Za-z0-9+/=]+/g, "nonce-…")
    .replaceAll(/nonce="[^"]*"/g, 'nonce="…"')
    .replaceAll(/\b[0-9a-f]{8}\b/g, "number")
    .replaceAll(/"D\\?",\d+/g, "time");
  return Object.entries(named).reduce((text, [name, value]) => text.replaceAll(value, `<${name}>`), timeless);
}
