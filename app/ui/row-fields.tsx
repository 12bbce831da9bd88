// Rows of fields in a form that are added, removed and, where their order matters, moved: by keyboard, and without a script by the server.
import { useLocation } from "@remix-run/react";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { arranged, readArrangement, writtenArrangement, type Arrangement } from "./form-rows";
import { Icon } from "./icon";

export interface RowFieldsProps {
  /** What the rows are, above them. */
  legend: string;
  hint?: ReactNode;
  error?: string | null;
  /** The list's name in the form, as "facts.met"; its id as well. */
  name: string;
  rows: ReadonlyArray<Record<string, string>>;
  limit: number;
  addLabel: string;
  /** What the row at this place is called, from 1, as "Person 2". */
  rowLabel: (place: number) => string;
  isOrdered?: boolean;
  /** What the server was asked to lay out anew, where no script runs. */
  asked?: string | null;
  /** Called once the fields of the form are others. */
  onArranged?: () => void;
  /** The fields of a row; their names begin with `prefix`. */
  children: (prefix: string, values: Record<string, string>, place: number) => ReactNode;
}

interface HeldRow {
  key: string;
  values: Record<string, string>;
  isRemoved: boolean;
}

export function RowFields(props: RowFieldsProps) {
  const { legend, hint, error, name, limit, addLabel, rowLabel, isOrdered, onArranged, children } = props;
  const t = useT("rows");
  const { search } = useLocation();
  const [rows, setRows] = useState(() => firstRows(props));
  /** Where the cursor goes next: a row, and which of its buttons or its first field. */
  const next = useRef<{ key: string; part: "field" | "back" | "up" | "down" | "add" }>();
  const added = useRef(0);
  const frame = useRef<HTMLFieldSetElement>(null);
  const present = rows.filter(({ isRemoved }) => !isRemoved);

  // Before it is painted: what has just gone is not called saved for a moment longer.
  useLayoutEffect(() => {
    if (!next.current) return;
    const { key, part } = next.current;
    next.current = undefined;
    const row = frame.current?.querySelector(`[data-row="${key}"]`);
    const wanted = part === "field" ? "input:not([type=hidden]), textarea, select" : `[data-part=${part}]`;
    const found = (part === "add" ? frame.current : row)?.querySelector<HTMLElement>(wanted);
    // At the end of the list its button is gone: the cursor stays in the row.
    (found ?? row?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select"))?.focus();
    onArranged?.();
  }, [rows, onArranged]);

  const arrange = (change: Arrangement) => {
    if (change.do === "add") {
      added.current += 1;
      const row = { key: `added-${added.current}`, values: {}, isRemoved: false };
      next.current = { key: row.key, part: "field" };
      return setRows([...rows.filter(({ isRemoved }) => !isRemoved), row]);
    }
    const row = present[change.at];
    if (!row) return;
    if (change.do === "remove") {
      next.current = { key: row.key, part: "back" };
      // Only what was removed last can be brought back.
      const held = rows.filter(({ isRemoved }) => !isRemoved);
      return setRows(held.map((one) => (one.key === row.key ? { ...one, isRemoved: true } : one)));
    }
    next.current = { key: row.key, part: change.do };
    setRows(arranged(present, change, row));
  };
  const bringBack = (key: string) => {
    next.current = { key, part: "field" };
    setRows(rows.map((one) => (one.key === key ? { ...one, isRemoved: false } : one)));
  };

  /** Pressed, the script answers; without one it posts, and the server answers with the rows laid out so. */
  const press = (change: Arrangement) => ({
    name: "intent",
    value: "arrange",
    formAction: addressOf(search, change),
    formNoValidate: true,
    onClick: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      arrange(change);
    },
  });

  let place = 0;
  return (
    <fieldset id={name} tabIndex={-1} ref={frame} className="min-w-0">
      <legend className="font-semibold">{legend}</legend>
      {hint ? <p className="mb-1.5 text-small text-quiet">{hint}</p> : null}
      {error ? (
        <p className="mb-1.5 flex gap-1.5 text-small font-semibold text-late">
          <Icon name="problem" size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      ) : null}
      <ol className="row-fields">
        {rows.map(({ key, values, isRemoved }) => {
          const at = place;
          if (!isRemoved) place += 1;
          const label = rowLabel(at + 1);
          return (
            <li key={key} data-row={key}>
              {isRemoved ? (
                <p role="status" className="flex flex-wrap items-center gap-2 text-quiet">
                  {t("removed", { what: label })}
                  <Button type="button" size="small" data-part="back" onClick={() => bringBack(key)}>
                    {t("back")}
                  </Button>
                </p>
              ) : null}
              <fieldset disabled={isRemoved} hidden={isRemoved} className="min-w-0">
                <legend className="text-small font-semibold text-quiet">{label}</legend>
                {/* One that is removed is not sent, and must not share its names with the row in its place. */}
                {children(isRemoved ? `${name}.${key}` : `${name}.${at}`, values, at)}
                <div className="mt-2 flex flex-wrap gap-2">
                  {isOrdered && at > 0 ? (
                    <Button
                      size="small"
                      data-part="up"
                      aria-label={t("upNamed", { what: label })}
                      {...press({ do: "up", list: name, at })}
                    >
                      {t("up")}
                    </Button>
                  ) : null}
                  {isOrdered && at < present.length - 1 ? (
                    <Button
                      size="small"
                      data-part="down"
                      aria-label={t("downNamed", { what: label })}
                      {...press({ do: "down", list: name, at })}
                    >
                      {t("down")}
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    weight="bare"
                    className="at-edge"
                    aria-label={t("removeNamed", { what: label })}
                    {...press({ do: "remove", list: name, at })}
                  >
                    {t("remove")}
                  </Button>
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      {present.length < limit ? (
        <Button size="small" data-part="add" {...press({ do: "add", list: name })}>
          <Icon name="plus" size={16} />
          {addLabel}
        </Button>
      ) : (
        <p className="text-small text-quiet">{t("full", { count: limit })}</p>
      )}
    </fieldset>
  );
}

/** The page's own address, with what is to be laid out anew. */
function addressOf(search: string, change: Arrangement): string {
  const asked = new URLSearchParams(search);
  asked.set("arrange", writtenArrangement(change));
  return `?${asked.toString()}#${change.list}`;
}

/** As they were given, and laid out as was asked without a script. Keys count, so that server and browser agree. */
function firstRows({ rows, name, asked }: RowFieldsProps): HeldRow[] {
  const change = readArrangement(asked);
  const shown = change?.list === name ? arranged(rows, change, {}) : rows;
  return shown.map((values, index) => ({ key: `given-${index}`, values, isRemoved: false }));
}
