// Where to report a security problem, in the form of RFC 9116.
import { publicLoader } from "~/http/guard.server";
import { authOptions } from "~/domain/accounts/auth.server";
import { now } from "~/platform/clock";

export const loader = publicLoader(async () => {
  const { hostname, origin } = new URL(authOptions().origin);
  const expires = new Date(now().getTime() + 180 * 86_400_000).toISOString();
  const lines = [
    `Contact: mailto:security@${hostname}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
});
