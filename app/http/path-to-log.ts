// What the log says of an address: whoever has one with a secret in it may do what it opens, so the secret is left out.

const withSecret = /^(\/(?:calendar|invitation|unsubscribe|reset-password|first-administrator)\/)[^/]+/;

export function pathToLog(path: string): string {
  return path.replace(withSecret, "$1…");
}
