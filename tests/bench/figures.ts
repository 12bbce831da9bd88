// What a figure of the benchmark is: a number, what it must reach, and whether it does.

export interface Figure {
  /** What was measured, as a row of the table says it. */
  name: string;
  value: number;
  unit: string;
  /** How it is written in the table: the value with its unit, and what else a reader must know. */
  measured: string;
  /** The target of the issue, such as "≥ 300", and whether it is reached; left out where there is none. */
  target?: { words: string; isReached: boolean };
  /** Single measurements and whatever else explains the value; in the JSON only. */
  details?: Record<string, unknown>;
}

interface FigureFacts {
  name: string;
  value: number;
  unit: string;
  /** Digits after the point, in the table. */
  digits?: number;
  atLeast?: number;
  atMost?: number;
  /** Said after the value, such as "p50 80 ms". */
  note?: string;
  details?: Record<string, unknown>;
}

/** A row of the table. What is not above (or not below) the limit itself counts as reached. */
export function figure({
  name,
  value,
  unit,
  digits = 0,
  atLeast,
  atMost,
  note,
  details,
}: FigureFacts): Figure {
  const withUnit = (number: number, fraction: number) =>
    `${number.toFixed(fraction)}${unit ? ` ${unit}` : ""}`;
  const measured = `${withUnit(value, digits)}${note ? ` (${note})` : ""}`;
  const row: Figure = { name, value, unit, measured, details };
  if (atLeast !== undefined) row.target = { words: `≥ ${atLeast}`, isReached: value >= atLeast };
  if (atMost !== undefined) row.target = { words: `≤ ${atMost}`, isReached: value <= atMost };
  return row;
}

/** The middle one of these numbers, or between the two middle ones. Refuses an empty list. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error("nothing was measured");
  return (upper + lower) / 2;
}

/** The smallest of these numbers under which, or at which, so large a part of them lies (0.95 is p95). Refuses an empty list. */
export function percentile(numbers: number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}
