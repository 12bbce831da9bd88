// The list of shortcuts, shown by `?`.
import { useT } from "~/i18n/use-t";
import { Dialog } from "./dialog";
import { Key } from "./key";

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly { keys: string; words: string }[];
}

export interface ShortcutsDialogProps {
  isOpen: boolean;
  onClose: () => void;
  groups: readonly ShortcutGroup[];
  hasSingleKeys: boolean;
}

export function ShortcutsDialog({ isOpen, onClose, groups, hasSingleKeys }: ShortcutsDialogProps) {
  const t = useT("frame");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("shortcuts.title")}>
      {hasSingleKeys ? null : <p className="mb-4 text-quiet">{t("shortcuts.off")}</p>}
      {groups.map((group) => (
        <section key={group.title} className="mb-5 last:mb-0">
          <h3 className="mb-1 font-sans text-small font-semibold text-quiet">{group.title}</h3>
          <dl className="divide-y divide-line border-y border-line">
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.words} className="flex items-baseline justify-between gap-4 py-2">
                <dt>{shortcut.words}</dt>
                <dd className="flex-none">
                  <Keys keys={shortcut.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

/** `mod+k` as two keys at once, `g h` as one then the other. */
function Keys({ keys }: { keys: string }) {
  const t = useT("frame");
  const [first = "", second] = keys.split(" ");
  if (second !== undefined) {
    return (
      <>
        <span className="hidden-words">
          {t("shortcuts.then", { first: said(first), second: said(second) })}
        </span>
        <span aria-hidden="true" className="inline-flex gap-1">
          <Key name={first} />
          <Key name={second} />
        </span>
      </>
    );
  }
  return (
    <span className="inline-flex gap-1">
      {first.split("+").map((name) => (
        <Key key={name} name={name} />
      ))}
    </span>
  );
}

const said = (key: string) => (key.length === 1 ? key.toUpperCase() : key);
