// Text that was typed and not sent yet: kept in this browser, for this person, over a reload or a lost line.

const prefix = "torg:kept:";

export interface Kept<Value> {
  value: Value;
  /** When it was typed last. */
  at: string;
}

/** The name under which a person's unsent text is kept. */
export function keptKey(personId: string, what: string): string {
  return `${prefix}${personId}:${what}`;
}

/** What is kept there, or null. */
export function readKept<Value>(key: string): Kept<Value> | null {
  try {
    const stored = window.localStorage.getItem(key);
    return stored ? (JSON.parse(stored) as Kept<Value>) : null;
  } catch {
    return null;
  }
}

/** Keeps it; false where the browser has no room or forbids it, so that the screen does not claim what is not so. */
export function keep<Value>(key: string, value: Value): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify({ value, at: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets it, once it is sent or thrown away. */
export function forgetKept(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

export interface KeptText {
  key: string;
  /** Of the text, where it has one. */
  title: string;
  text: string;
  at: string;
}

/** All that is kept here for this person in words, the latest first. */
export function keptTexts(personId: string): KeptText[] {
  const start = keptKey(personId, "");
  try {
    return Object.keys(window.localStorage)
      .filter((key) => key.startsWith(start))
      .flatMap((key): KeptText[] => {
        const kept = readKept<unknown>(key);
        if (!kept) return [];
        const { title = "", text } =
          typeof kept.value === "string" ? { text: kept.value } : (kept.value as Partial<KeptText>);
        return typeof text === "string" && text !== "" ? [{ key, title, text, at: kept.at }] : [];
      })
      .sort((one, other) => other.at.localeCompare(one.at));
  } catch {
    return [];
  }
}
