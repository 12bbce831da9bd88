// A phase on a timeline: what it lasts, hatched where it was put off, and under it the outline of what was planned.
import type { Band } from "./bands";
import type { Palette } from "./palette";

interface PhaseBarProps {
  bar: NonNullable<Band["bar"]>;
  palette: Palette;
  /** The pattern of what was put off. */
  hatch: string;
}

export function PhaseBar({ bar: { y, actual, extension, planned }, palette, hatch }: PhaseBarProps) {
  return (
    <>
      {planned ? (
        <PlannedBar x={planned[0]} y={y + 12} width={planned[1] - planned[0]} palette={palette} />
      ) : null}
      {actual ? <ActualBar x={actual[0]} y={y} width={actual[1] - actual[0]} palette={palette} /> : null}
      {extension ? (
        <ExtensionBar x={extension[0]} y={y} width={extension[1] - extension[0]} {...{ palette, hatch }} />
      ) : null}
    </>
  );
}

interface BarProps {
  x: number;
  y: number;
  width: number;
  palette: Palette;
}

export function ActualBar({ x, y, width, palette }: BarProps) {
  return (
    <rect
      {...{ x, y }}
      width={Math.max(2, width)}
      height={10}
      rx={2}
      fill={palette["teal-wash"]}
      stroke={palette.teal}
    />
  );
}

export function PlannedBar({ x, y, width, palette }: BarProps) {
  return (
    <rect
      {...{ x, y }}
      width={Math.max(2, width)}
      height={5}
      rx={2}
      fill={palette.paper}
      stroke={palette.quiet}
      strokeDasharray="4 2.5"
    />
  );
}

export function ExtensionBar({ x, y, width, palette, hatch }: BarProps & { hatch: string }) {
  const box = { x, y, width: Math.max(2, width), height: 10, rx: 2 };
  return (
    <>
      <rect {...box} fill={palette.paper} />
      <rect {...box} fill={hatch} stroke={palette.teal} />
    </>
  );
}
