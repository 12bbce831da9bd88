// The list of the keys that hold among notices.
import { useNoticeShortcuts } from "~/ui/notice-shortcuts";
import { ShortcutsDialog } from "~/ui/shortcuts-dialog";

export function KeysList({ onClose, hasSingleKeys }: { onClose: () => void; hasSingleKeys: boolean }) {
  const groups = [useNoticeShortcuts()];
  return <ShortcutsDialog isOpen {...{ onClose, groups, hasSingleKeys }} />;
}
