// The timeline as a picture: the same on the page, where its marks are links, and in a file, where nothing leads anywhere.
import { named, type Band, type DrawnMark } from "./bands";
import type { TimelineDrawing } from "./drawing";
import { TimelineLegend } from "./timeline-legend";
import { MarkSign } from "./mark-shape";
import type { Palette } from "./palette";
import { PhaseBar } from "./phase-bar";
import { keptTo, sizes } from "./sheet";

interface TimelinePictureProps {
  drawing: TimelineDrawing;
  palette: Palette;
  /** Of the elements that others name, one of its own on the page. */
  id: string;
  hasLinks?: boolean;
}

export function TimelinePicture({ drawing, palette, id, hasLinks = false }: TimelinePictureProps) {
  const { width, height, title, about, bands } = drawing;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role={hasLinks ? "group" : "img"}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      className={hasLinks ? "timeline" : undefined}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily={palette.sans}
      fontSize={sizes.word}
      fill={palette.ink}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-about`}>{about}</desc>
      <defs>
        <pattern
          id={`${id}-hatch`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6" stroke={palette.teal} strokeWidth={2.5} />
        </pattern>
      </defs>
      {hasLinks ? null : <rect width={width} height={height} fill={palette.paper} />}
      <AxisWords {...{ drawing, palette }} />
      {bands.map((band) => (
        <g key={band.key}>
          <BandGround {...{ band, drawing, palette }} />
          {hasLinks ? null : <BandName {...{ band, drawing, palette }} />}
          {band.bar ? <PhaseBar bar={band.bar} palette={palette} hatch={`url(#${id}-hatch)`} /> : null}
        </g>
      ))}
      <Today {...{ drawing, palette }} />
      {bands.map(({ key, marks }) => (
        <g key={key}>
          {marks.map((mark) => {
            const drawn = <Mark mark={mark} palette={palette} isOfAFile={!hasLinks} />;
            return hasLinks ? (
              <a key={mark.key} href={mark.to} className="timeline-mark">
                {drawn}
              </a>
            ) : (
              <g key={mark.key}>{drawn}</g>
            );
          })}
        </g>
      ))}
      <TimelineLegend
        entries={drawing.legend}
        palette={palette}
        hatch={`url(#${id}-hatch)`}
        isOfAFile={!hasLinks}
      />
    </svg>
  );
}

interface PartProps {
  drawing: TimelineDrawing;
  palette: Palette;
}

function AxisWords({ drawing: { axis, years, months, left, right, top }, palette }: PartProps) {
  return (
    <g fontSize={sizes.small}>
      {years.map(({ x, words }) => (
        <text key={words} x={x + 3} y={axis} fontWeight={600}>
          {words}
        </text>
      ))}
      {months.map(({ x, words }) => (
        <text key={x} x={x + 3} y={axis + 17} fill={palette.quiet}>
          {words}
        </text>
      ))}
      <path d={`M${left} ${top}H${right}`} stroke={palette.edge} />
    </g>
  );
}

/** The lines of the years and months behind it, and the line that ends it. */
function BandGround({ band, drawing, palette }: PartProps & { band: Band }) {
  const { years, months, left, right } = drawing;
  const { top, bottom } = band;
  return (
    <>
      <path
        d={months.map(({ x }) => `M${x} ${top + named}V${bottom}`).join("")}
        stroke={palette.line}
        strokeWidth={0.75}
      />
      <path
        d={years.map(({ x }) => `M${x} ${top + named}V${bottom}`).join("")}
        stroke={palette.line}
        strokeWidth={1.75}
      />
      <path d={`M${left} ${bottom}H${right}`} stroke={palette.line} />
    </>
  );
}

function BandName({ band: { top, name, note }, drawing: { left }, palette }: PartProps & { band: Band }) {
  return (
    <text x={left} y={top + 20}>
      <tspan fontSize={sizes.name} fontWeight={600}>
        {name}
      </tspan>
      {note === "" ? null : (
        <tspan dx={12} fontSize={sizes.small} fill={palette.quiet}>
          {note}
        </tspan>
      )}
    </text>
  );
}

function Today({ drawing: { today, top, right, left }, palette }: PartProps) {
  if (!today) return null;
  const { x, y, words, line } = today;
  const anchor = x < left + 40 ? "start" : x > right - 40 ? "end" : "middle";
  return (
    <g>
      <path
        d={line.map(([from, to]) => `M${x} ${from}V${to}`).join("")}
        stroke={palette.accent}
        strokeWidth={1.5}
      />
      <path d={`M${x - 4} ${top}h8l-4 5Z`} fill={palette.accent} />
      <text x={x} y={y} textAnchor={anchor} fontSize={sizes.small} fontWeight={600} fill={palette.accent}>
        {words}
      </text>
    </g>
  );
}

interface MarkProps {
  mark: DrawnMark;
  palette: Palette;
  isOfAFile: boolean;
}

function Mark({ mark, palette, isOfAFile }: MarkProps) {
  const { about, x, until, y, planned, shape, label } = mark;
  return (
    <>
      <title>{about}</title>
      {planned === null ? null : (
        <g stroke={palette.quiet} fill={palette.paper}>
          <path d={`M${planned.x} ${y}H${planned.until}`} strokeDasharray="3 2.5" />
          <circle cx={planned.x} cy={y} r={2.75} />
        </g>
      )}
      <g transform={`translate(${x} ${y})`}>
        <MarkSign shape={shape} palette={palette} length={Math.max(0, until - x)} />
      </g>
      <text
        x={label.x}
        y={y + 4.5}
        textAnchor={label.isBefore ? "end" : "start"}
        {...keptTo(isOfAFile ? label.width : null)}
      >
        <tspan>{label.title}</tspan>
        {label.detail === "" ? null : (
          <tspan dx={6} fontSize={sizes.small} fill={palette.quiet}>
            {label.detail}
          </tspan>
        )}
      </text>
    </>
  );
}
