// A key as it is printed on the keyboard.
import { useSyncExternalStore } from "react";

export interface KeyProps {
  /** `mod` is Ctrl, or the command key on a Mac. */
  name: string;
}

const never = () => () => undefined;
const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

export function Key({ name }: KeyProps) {
  const isMac = useSyncExternalStore(never, onMac, () => false);
  return (
    <kbd className="key">
      {name === "mod" ? (isMac ? "⌘" : "Ctrl") : name.length === 1 ? name.toLocaleUpperCase() : name}
    </kbd>
  );
}
