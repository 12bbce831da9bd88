/** The one judgement on where a link written by a user may lead. */

/** Longer addresses are refused: nobody types them, and repeated references to one would swell the page. */
export const longestHref = 2_000;

const schemes = new Set(["http", "https", "mailto", "tel"]);
const named: Record<string, string> = {
  colon: ":",
  tab: "",
  newline: "",
  sol: "/",
  bsol: "\\",
  amp: "&",
  nbsp: "",
};

/** What a browser, a mail client or a sloppy filter might skip when it reads a scheme. */
const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));?/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Says whether a link may lead to this address: `"external"` for http and https with a host and without a user name in
 * it, `"internal"` for a path or a fragment of this site, `"contact"` for mailto and tel; nothing for whatever else,
 * also when the forbidden scheme is hidden by entities, control characters, spaces or case.
 */
export function judgeHref(href: string): "external" | "internal" | "contact" | undefined {
  if (!href || href.length > longestHref) return undefined;
  const plain = decoded(decoded(href)).replace(invisible, "").toLowerCase();
  if (/^[\\/]{2}/.test(plain)) return undefined;
  const scheme = /^([^/?#:]*):/.exec(plain)?.[1];
  if (scheme === undefined) return plain ? "internal" : undefined;
  if (!schemes.has(scheme)) return undefined;
  if (scheme === "http" || scheme === "https") {
    return /^https?:\/\/[^/?#\\@]+(?:[/?#]|$)/.test(plain) ? "external" : undefined;
  }
  return plain.length > scheme.length + 1 ? "contact" : undefined;
}
