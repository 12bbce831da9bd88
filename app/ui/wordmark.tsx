// The name with its mark, as it stands in the rail and at the door.
import { Mark } from "./mark";

export interface WordmarkProps {
  size?: "small" | "large";
}

/** The name is a name: it is the same in every language. */
export function Wordmark({ size = "small" }: WordmarkProps) {
  return (
    <span
      className={size === "large" ? "inline-flex items-center gap-3" : "inline-flex items-center gap-2.5"}
    >
      <Mark size={size === "large" ? 32 : 22} />
      <span
        translate="no"
        className={
          size === "large"
            ? "font-serif text-display font-bold"
            : "font-serif text-section leading-none font-bold"
        }
      >
        Torg
      </span>
    </span>
  );
}
