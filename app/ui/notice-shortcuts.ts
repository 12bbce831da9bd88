// The keys for notices, in the words of the lists of shortcuts.
import { useT } from "~/i18n/use-t";
import type { ShortcutGroup } from "./shortcuts-dialog";

export function useNoticeShortcuts(): ShortcutGroup {
  const t = useT("notices");
  return {
    title: t("title"),
    shortcuts: [
      { keys: "j", words: t("keys.next") },
      { keys: "k", words: t("keys.previous") },
      { keys: "Enter", words: t("keys.open") },
      { keys: "e", words: t("keys.done") },
      { keys: "u", words: t("keys.read") },
      { keys: "s", words: t("keys.snooze") },
    ],
  };
}
