// Where a text is kept right now, in words and a sign, at every width.
import { useT } from "~/i18n/use-t";
import { Icon, type IconName } from "./icon";

export type SaveStateValue =
  | { kind: "saved"; at?: string }
  | { kind: "saving" }
  | { kind: "unsaved" }
  | { kind: "on-this-device"; changes: number }
  | { kind: "failed" };

const looks: Record<SaveStateValue["kind"], { icon: IconName; colour: string }> = {
  saved: { icon: "saved", colour: "text-quiet" },
  saving: { icon: "saving", colour: "text-quiet" },
  unsaved: { icon: "edit", colour: "text-quiet" },
  "on-this-device": { icon: "device", colour: "font-semibold text-soon" },
  failed: { icon: "problem", colour: "font-semibold text-late" },
};

/** `at` is a time already in words. Spoken politely when it changes to what one must know. */
export function SaveState({ state }: { state: SaveStateValue }) {
  const t = useT("frame");
  const { icon, colour } = looks[state.kind];
  const isGrave = state.kind === "failed" || state.kind === "on-this-device";
  const words = () => {
    switch (state.kind) {
      case "saved":
        return state.at ? t("save.savedAt", { time: state.at }) : t("save.saved");
      case "saving":
        return t("save.saving");
      case "unsaved":
        return t("save.unsaved");
      case "on-this-device":
        return t("save.onThisDevice", { count: state.changes });
      case "failed":
        return t("save.failed");
    }
  };
  return (
    <span
      role="status"
      aria-live={isGrave ? "polite" : "off"}
      className={`inline-flex items-center gap-1.5 text-small ${colour}`}
    >
      <Icon name={icon} size={16} />
      {words()}
    </span>
  );
}
