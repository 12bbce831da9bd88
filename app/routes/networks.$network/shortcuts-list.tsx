// The list of all shortcuts, in the words of the screens where they hold.
import { useT } from "~/i18n/use-t";
import { useNoticeShortcuts } from "~/ui/notice-shortcuts";
import { ShortcutsDialog } from "~/ui/shortcuts-dialog";

interface ShortcutsListProps {
  onClose: () => void;
  mayBegin: boolean;
  hasSingleKeys: boolean;
}

export function ShortcutsList({ onClose, mayBegin, hasSingleKeys }: ShortcutsListProps) {
  const t = useT("frame", "documents", "notices", "threads");
  const notices = useNoticeShortcuts();
  const groups = [
    {
      title: t("shortcuts.everywhere"),
      shortcuts: [
        { keys: "mod+k", words: t("shortcuts.palette") },
        { keys: "/", words: t("top.search") },
        { keys: "?", words: t("shortcuts.list") },
        { keys: "g h", words: t("shortcuts.home") },
        { keys: "g p", words: t("shortcuts.practices") },
        { keys: "g m", words: t("shortcuts.people") },
        { keys: "g n", words: t("notices:keys.go") },
        ...(mayBegin ? [{ keys: "n", words: t("shortcuts.newDocument") }] : []),
      ],
    },
    {
      title: t("shortcuts.document"),
      shortcuts: [
        { keys: "e", words: t("shortcuts.edit") },
        { keys: "c", words: t("shortcuts.comment") },
        { keys: "mod+Alt+m", words: t("threads:keys.passage") },
        { keys: "j", words: t("threads:keys.next") },
        { keys: "k", words: t("threads:keys.previous") },
        { keys: "r", words: t("threads:keys.reply") },
        { keys: "d", words: t("threads:keys.resolve") },
        { keys: "mod+s", words: t("shortcuts.save") },
        { keys: "j", words: t("shortcuts.nextChange") },
        { keys: "k", words: t("shortcuts.previousChange") },
      ],
    },
    notices,
    {
      title: t("shortcuts.writing"),
      shortcuts: [
        { keys: "Alt+F10", words: t("shortcuts.tools") },
        { keys: "Esc Tab", words: t("shortcuts.leave") },
        { keys: "Tab", words: t("shortcuts.nextCell") },
        { keys: "Tab", words: t("shortcuts.describe") },
        { keys: "↓", words: t("shortcuts.below") },
        { keys: "mod+Shift+f", words: t("shortcuts.find") },
        { keys: "mod+Shift+k", words: t("shortcuts.link") },
        { keys: "Alt+F9", words: t("documents:whoWrote") },
        { keys: "mod+Alt+m", words: t("threads:keys.passage") },
      ],
    },
  ];
  return <ShortcutsDialog isOpen {...{ onClose, groups, hasSingleKeys }} />;
}
