// Rows of a form as its flat fields have them: `met.0.role` is the role of the first. Without a script the server lays them out anew.

/** Which rows a list has: the fields of each, by their names in the row. */
export function rowsIn(fields: Record<string, string>, list: string): Array<Record<string, string>> {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(`${list}.`)) continue;
    const [, place, cell = ""] = /^(\d{1,3})(?:\.(.+))?$/.exec(name.slice(list.length + 1)) ?? [];
    if (place === undefined) continue;
    const row = rows.get(Number(place)) ?? {};
    row[cell] = value;
    rows.set(Number(place), row);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** What is done to a list of rows; `at` is the place of the row. */
export type Arrangement =
  { do: "add"; list: string } | { do: "remove" | "up" | "down"; list: string; at: number };

/** An arrangement as an address carries it: "remove~facts.met~2". */
export function writtenArrangement(arrangement: Arrangement): string {
  return [arrangement.do, arrangement.list, ...("at" in arrangement ? [String(arrangement.at)] : [])].join(
    "~",
  );
}

/** What an address says is to be arranged; null for anything else. */
export function readArrangement(text: string | null | undefined): Arrangement | null {
  const [, does, list = "", at] =
    /^(add|remove|up|down)~([\w.]{1,60})(?:~(\d{1,3}))?$/.exec(text ?? "") ?? [];
  if (does === "add") return { do: does, list };
  if ((does === "remove" || does === "up" || does === "down") && at !== undefined)
    return { do: does, list, at: Number(at) };
  return null;
}

/** The rows as they stand after that; an added one has no fields yet. */
export function arranged<Row>(rows: readonly Row[], arrangement: Arrangement, empty: Row): Row[] {
  if (arrangement.do === "add") return [...rows, empty];
  const { at } = arrangement;
  if (rows[at] === undefined) return [...rows];
  const others = rows.filter((_, place) => place !== at);
  if (arrangement.do === "remove") return others;
  const to = Math.max(0, Math.min(rows.length - 1, at + (arrangement.do === "up" ? -1 : 1)));
  return [...others.slice(0, to), rows[at], ...others.slice(to)];
}
