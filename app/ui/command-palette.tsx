// Type where to go or what to do. Fetched only when it is wanted: see the commands of a network.
import { useNavigate } from "@remix-run/react";
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useT } from "~/i18n/use-t";
import { Dialog } from "./dialog";
import { Icon } from "./icon";
import { matchingItems, type PaletteItem } from "./palette-item";

export interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
  /** In the order in which they stand; items of one group stand together. */
  items: readonly PaletteItem[];
  /** Told each time the words change, to look further than the items at hand. */
  onQuery?: (query: string) => void;
}

export function CommandPalette({ isOpen, onClose, items, onQuery }: CommandPaletteProps) {
  const t = useT("frame");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("palette.title")} isTitleHidden className="palette">
      <Palette items={items} onClose={onClose} onQuery={onQuery} />
    </Dialog>
  );
}

/** A field with a list under it: the focus stays in the field, the chosen line is told to screen readers. */
function Palette({ items, onClose, onQuery }: Omit<CommandPaletteProps, "isOpen">) {
  const t = useT("frame");
  const navigate = useNavigate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = matchingItems(items, useDeferredValue(query));
  const current = found[Math.min(chosen, found.length - 1)];
  const groups = [...new Set(found.map((item) => item.group))];
  const place = (item: PaletteItem) => `${id}-${item.id}`;
  const currentPlace = current && place(current);

  useEffect(() => {
    if (currentPlace) document.getElementById(currentPlace)?.scrollIntoView({ block: "nearest" });
  }, [currentPlace]);

  const choose = (item: PaletteItem) => {
    onClose();
    if (item.to !== undefined) navigate(item.to);
    else item.onChoose?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Of the words as they are typed: the list on the screen may still be on its way to them.
    const matching = matchingItems(items, query);
    const count = matching.length;
    const at = Math.min(chosen, count - 1);
    const wanted = matching[at];
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, count - 1),
      PageUp: Math.max(at - 8, 0),
    }[event.key];
    if (next !== undefined && count > 0) setChosen((next + count) % count);
    else if (event.key === "Enter" && wanted) choose(wanted);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="text"
          // The browser puts the cursor here when the dialog opens.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={currentPlace}
          aria-autocomplete="list"
          aria-label={t("palette.field")}
          placeholder={t("palette.field")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
            onQuery?.(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t("palette.title")}
        className="palette-list"
      >
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <div role="presentation" className="menu-heading">
              {group}
            </div>
            {found
              .filter((item) => item.group === group)
              .map((item) => (
                // The keys are the field's: the focus never comes here.
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={item.id}
                  id={place(item)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item === current}
                  className="palette-item"
                  onPointerMove={() => setChosen(found.indexOf(item))}
                  onClick={() => choose(item)}
                >
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.detail ? <span className="truncate text-small text-quiet">{item.detail}</span> : null}
                </div>
              ))}
          </div>
        ))}
        {found.length === 0 ? (
          <p className="px-2.5 py-4 text-quiet">{t("palette.nothing", { words: query })}</p>
        ) : null}
      </div>
      <p role="status" className="hidden-words">
        {t("palette.count", { count: found.length })}
      </p>
      <p className="border-t border-line px-4 py-2 text-small text-quiet" aria-hidden="true">
        {t("palette.hint")}
      </p>
    </>
  );
}
