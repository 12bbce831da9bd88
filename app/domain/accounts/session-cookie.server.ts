// Reads better-auth's signed session cookie without better-auth: the reading path costs one hash and one query.
import { createHmac, timingSafeEqual } from "node:crypto";

/** The cookie's name; browsers accept the prefixed one over https only. */
export function sessionCookieName(origin: string): string {
  return `${origin.startsWith("https:") ? "__Secure-" : ""}torg.session_token`;
}

/** The session token in a Cookie header whose signature is ours, or undefined. */
export function sessionTokenIn(
  cookieHeader: string | null | undefined,
  origin: string,
  secret: string,
): string | undefined {
  const value = cookieIn(cookieHeader, sessionCookieName(origin));
  const dot = value?.lastIndexOf(".") ?? -1;
  if (!value || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const right = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

function cookieIn(header: string | null | undefined, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
