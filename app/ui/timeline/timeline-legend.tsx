// Under a timeline: what its shapes and lines mean.
import { sampleWidth, type LegendEntry } from "./legend";
import { MarkSign } from "./mark-shape";
import type { Palette } from "./palette";
import { ActualBar, ExtensionBar, PlannedBar } from "./phase-bar";
import { keptTo, sizes } from "./sheet";

interface TimelineLegendProps {
  entries: LegendEntry[];
  palette: Palette;
  hatch: string;
  /** Another font than ours may draw it: the words keep to their room. */
  isOfAFile: boolean;
}

export function TimelineLegend({ entries, palette, hatch, isOfAFile }: TimelineLegendProps) {
  return (
    <g fontSize={sizes.small} fill={palette.quiet}>
      {entries.map(({ is, x, y, words, width }) => (
        <g key={is}>
          <Sample {...{ is, x, y, palette, hatch }} />
          <text x={x + sampleWidth(is) + 6} y={y + 4} {...keptTo(isOfAFile ? width : null)}>
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

type SampleProps = Pick<LegendEntry, "is" | "x" | "y"> & Pick<TimelineLegendProps, "palette" | "hatch">;

function Sample({ is, x, y, palette, hatch }: SampleProps) {
  const wide = sampleWidth(is);
  const bar = { x, width: wide, palette };
  switch (is) {
    case "actual":
      return <ActualBar {...bar} y={y - 5} />;
    case "planned":
      return <PlannedBar {...bar} y={y - 2.5} />;
    case "extension":
      return <ExtensionBar {...bar} y={y - 5} hatch={hatch} />;
    case "moved":
      return (
        <g stroke={palette.quiet} fill={palette.paper}>
          <path d={`M${x + 3} ${y}h${wide - 3}`} strokeDasharray="3 2.5" />
          <circle cx={x + 3} cy={y} r={2.75} />
        </g>
      );
    default:
      return (
        <g transform={`translate(${x + wide / 2} ${y})`}>
          <MarkSign shape={is} palette={palette} />
        </g>
      );
  }
}
