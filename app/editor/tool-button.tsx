// One button of the editor's toolbar: its name, and the keys or signs that do the same.
import type { ReactNode } from "react";
import { classNames } from "~/ui/class-names";
import { EditorIcon, type EditorIconName } from "./editor-icon";
import { writtenKeys } from "./written-keys";

export interface ToolButtonProps {
  name: string;
  icon?: EditorIconName;
  children?: ReactNode;
  /** Keys as `mod+b`, or the Markdown signs that do it. */
  keys?: string;
  /** Left out where the button is not one that stays pressed. */
  isOn?: boolean;
  isOff?: boolean;
  /** `isByKey` where it was pressed by the keyboard, which then stays in the toolbar. */
  onPress: (isByKey: boolean) => void;
}

/** The text keeps the focus when it is pressed by hand, so that a phone's keyboard stays. */
export function ToolButton({ name, icon, children, keys, isOn, isOff = false, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classNames("button button-bare tool", icon && "button-icon")}
      aria-label={icon ? name : undefined}
      title={keys ? `${name} (${writtenKeys(keys)})` : name}
      aria-keyshortcuts={
        keys && /(mod|alt)\+/.test(keys)
          ? keys
              .replace("mod", "Control")
              .replace("alt", "Alt")
              .replace(/\b[a-z]/g, (key) => key.toUpperCase())
          : undefined
      }
      aria-pressed={isOn}
      aria-disabled={isOff || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!isOff) onPress(event.detail === 0);
      }}
    >
      {icon ? <EditorIcon name={icon} /> : children}
    </button>
  );
}
