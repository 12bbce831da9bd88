// The secret in a feed's address: made here, told once, kept nowhere but as a hash.
import { createHash, randomBytes } from "node:crypto";
import { authOptions } from "../accounts/auth.server";

/** 256 random bits, and the address that they make. The host comes from our settings, never from a request. */
export function newFeedAddress(): { address: string; secretHash: string } {
  const secret = randomBytes(32).toString("base64url");
  const address = `${authOptions().origin}/calendar/${secret}.ics`;
  return { address, secretHash: hashOfSecret(secret) };
}

/** SHA-256 in hex. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
