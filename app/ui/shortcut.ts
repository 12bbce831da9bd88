// What a shortcut is, and whether a key pressed is one.

export interface Shortcut {
  /** One press as `mod+k` or `?`, or two after each other as `g h`. */
  keys: string;
  run: () => void;
}

/** The part of a keyboard event that matters here. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The press as shortcuts are written; null for what no shortcut may take. `mod` is Ctrl or the command key. */
export function pressed({ key, ctrlKey, metaKey, altKey }: Press): string | null {
  if (altKey || key.length !== 1) return null;
  if (ctrlKey && metaKey) return null;
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key.toLowerCase();
}

/** Whether it needs a letter alone, which dictation and screen readers may also use, so that it can be switched off. */
export function isSingleKey(keys: string): boolean {
  return !keys.startsWith("mod+");
}

/** The shortcut meant by this press after the one before it, the longer one first. */
export function shortcutFor(
  shortcuts: readonly Shortcut[],
  before: string | null,
  press: string,
): Shortcut | undefined {
  return (
    (before === null ? undefined : shortcuts.find(({ keys }) => keys === `${before} ${press}`)) ??
    shortcuts.find(({ keys }) => keys === press)
  );
}
