// Keys as they are printed on the keyboard at hand.

/** `mod+shift+z` → `Ctrl+Shift+Z`, or `⌘⇧Z` on a Mac; whatever is no key is left as it is. */
export function writtenKeys(keys: string): string {
  if (!keys.includes("+")) return keys;
  const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
  const signs: Record<string, string> = isMac
    ? { mod: "⌘", shift: "⇧", alt: "⌥" }
    : { mod: "Ctrl", shift: "Shift", alt: "Alt" };
  return keys
    .split("+")
    .map((key) => signs[key] ?? key.toUpperCase())
    .join(isMac ? "" : "+");
}
