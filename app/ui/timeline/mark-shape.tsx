// The sign of a due day or a meeting on a timeline, with its middle at (0, 0): states as everywhere, meetings as squares.
import { StateShape } from "../state-mark";
import type { MarkShape } from "./marks";
import type { Palette } from "./palette";

interface MarkShapeProps {
  shape: MarkShape;
  palette: Palette;
  /** How far the last day is from the first one. */
  length?: number;
}

export function MarkSign({ shape, palette, length = 0 }: MarkShapeProps) {
  if (shape === "meeting" || shape === "next-meeting" || shape === "visit")
    return (
      <rect
        x={-4.5}
        y={-4.5}
        width={9 + length}
        height={9}
        rx={shape === "visit" ? 4.5 : 1.5}
        fill={shape === "meeting" ? palette.ink : palette.paper}
        stroke={palette.ink}
        strokeWidth={1.5}
        strokeDasharray={shape === "next-meeting" ? "2.5 2" : undefined}
      />
    );
  const { quiet, teal, ok, soon, late, paper } = palette;
  return (
    <>
      {length > 0 ? <path d={`M0 0h${length}`} stroke={quiet} strokeWidth={2} /> : null}
      <circle r={7} fill={paper} />
      <g
        transform="translate(-6 -6)"
        color={{ quiet, going: teal, ok, soon, late }[shape]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
      >
        <StateShape tone={shape} paper={paper} />
      </g>
    </>
  );
}
