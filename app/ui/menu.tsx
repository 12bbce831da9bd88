// A button that opens a short list of places and orders; opening and closing are the browser's own, without a script.
import { Form, Link } from "@remix-run/react";
import { useId, useRef, type ReactNode, type RefObject } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";
import { closePopover, popover, toggles } from "./popover";
import { useMenuKeys } from "./use-menu-keys";

export type MenuItem =
  | {
      kind: "link";
      key: string;
      label: string;
      to: string;
      icon?: IconName;
      isCurrent?: boolean;
      isDocument?: boolean;
    }
  /** A form of one button: `fields` are posted to `action`. */
  | {
      kind: "order";
      key: string;
      label: string;
      action?: string;
      fields: Readonly<Record<string, string>>;
      icon?: IconName;
      isGrave?: boolean;
      /** Leaves the page as a whole, as signing out does. */
      isDocument?: boolean;
    }
  /** A form of several buttons to choose from, the chosen one with a hook: `fields` are posted, and the button's value as `name`. */
  | {
      kind: "choice";
      key: string;
      action: string;
      fields: Readonly<Record<string, string>>;
      name: string;
      chosen: string;
      options: ReadonlyArray<{ value: string; label: string; lang?: string }>;
      isDocument?: boolean;
    }
  /** Needs a script; not shown without one. */
  | { kind: "button"; key: string; label: string; onSelect: () => void; icon?: IconName; keys?: ReactNode }
  | { kind: "heading"; key: string; label: string }
  | { kind: "line"; key: string };

export interface MenuProps {
  /** Names the button for screen readers where its content is only a picture. */
  label?: string;
  /** What the button shows. */
  children: ReactNode;
  buttonClassName?: string;
  items: readonly MenuItem[];
  /** Which edges of button and menu meet. */
  align?: "start" | "end";
  /** Stands above the items, as who is signed in. */
  head?: ReactNode;
}

export function Menu({ label, children, buttonClassName, items, align = "end", head }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useMenuKeys(button, list, align);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        className={buttonClassName ?? "button button-bare"}
        {...toggles(id)}
      >
        {label ? <span className="hidden-words">{label}</span> : null}
        {children}
      </button>
      <div ref={list} id={id} className={`menu menu-${align}`} {...popover}>
        {head}
        <div role="menu" aria-label={label}>
          {items.map((item) => (
            <Item key={item.key} item={item} menu={list} />
          ))}
        </div>
      </div>
    </>
  );
}

function Item({ item, menu }: { item: MenuItem; menu: RefObject<HTMLElement> }) {
  const close = () => closePopover(menu.current);
  switch (item.kind) {
    case "line":
      return <div role="separator" className="menu-line" />;
    case "heading":
      return (
        <div role="presentation" className="menu-heading">
          {item.label}
        </div>
      );
    case "link":
      return (
        <Link
          role="menuitem"
          to={item.to}
          prefetch={item.isDocument ? "none" : "intent"}
          reloadDocument={item.isDocument}
          className="menu-item"
          aria-current={item.isCurrent ? "page" : undefined}
          onClick={close}
        >
          {item.icon ? <Icon name={item.icon} className="shrink-0 text-quiet" /> : null}
          <span className="flex-1">{item.label}</span>
          {item.isCurrent ? <Icon name="check" size={16} className="text-accent" /> : null}
        </Link>
      );
    case "order":
      return (
        <Form
          method="post"
          action={item.action}
          reloadDocument={item.isDocument}
          role="none"
          onSubmit={close}
        >
          <HiddenFields fields={item.fields} />
          <button
            type="submit"
            role="menuitem"
            className={classNames("menu-item", item.isGrave && "menu-item-grave")}
          >
            {item.icon ? (
              <Icon name={item.icon} className={item.isGrave ? "shrink-0" : "shrink-0 text-quiet"} />
            ) : null}
            <span className="flex-1">{item.label}</span>
          </button>
        </Form>
      );
    case "choice":
      return (
        <Form
          method="post"
          action={item.action}
          reloadDocument={item.isDocument}
          role="none"
          onSubmit={close}
        >
          <HiddenFields fields={item.fields} />
          {item.options.map(({ value, label, lang }) => (
            <button
              key={value}
              type="submit"
              name={item.name}
              value={value}
              role="menuitemradio"
              aria-checked={value === item.chosen}
              className="menu-item"
            >
              <span lang={lang} className="flex-1">
                {label}
              </span>
              {value === item.chosen ? <Icon name="check" size={16} className="text-accent" /> : null}
            </button>
          ))}
        </Form>
      );
    case "button":
      return (
        <button
          type="button"
          role="menuitem"
          className="menu-item needs-script"
          onClick={() => {
            close();
            item.onSelect();
          }}
        >
          {item.icon ? <Icon name={item.icon} className="shrink-0 text-quiet" /> : null}
          <span className="flex-1">{item.label}</span>
          {item.keys}
        </button>
      );
  }
}

function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
