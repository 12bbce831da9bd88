// The secret in an invitation's link: made here, kept nowhere but as a hash.
import { createHash, randomBytes } from "node:crypto";
import { now } from "~/platform/clock";
import { authOptions } from "../accounts/auth.server";
import { invitationDays } from "./invitation";

export interface NewToken {
  token: string;
  tokenHash: string;
  expiresAt: Date;
}

/** 192 random bits and when they stop opening anything. */
export function newToken(): NewToken {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + invitationDays * 24 * 60 * 60 * 1000);
  return { token, tokenHash: hashOfToken(token), expiresAt };
}

/** SHA-256 in hex. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where the token is used. The address comes from our settings, never from a request. */
export function invitationLink(token: string): string {
  return `${authOptions().origin}/invitation/${token}`;
}
