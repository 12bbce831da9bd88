// The partners on a map of Europe, drawn by the server: once for a phone, once for wider screens; the page's width chooses.
import { useId } from "react";
import type { Drawing, DrawnMark } from "~/ui/map/drawing";
import europe from "~/ui/map/europe.svg?url";

export interface PartnersMapProps {
  narrow: Drawing;
  wide: Drawing;
  title: string;
  about: string;
  /** The partner whose row is pointed at. */
  marked: string | null;
  onMark: (id: string | null) => void;
}

export function PartnersMap({ narrow, wide, ...words }: PartnersMapProps) {
  return (
    <>
      <Picture drawing={narrow} className="map map-narrow" {...words} />
      <Picture drawing={wide} className="map map-wide" {...words} />
    </>
  );
}

type PictureProps = Omit<PartnersMapProps, "narrow" | "wide"> & { drawing: Drawing; className: string };

function Picture({ drawing, className, title, about, marked, onMark }: PictureProps) {
  const id = useId();
  const { width, height, size, scale, shift, countries, marks } = drawing;
  const laid = `translate(${shift.join(" ")}) scale(${scale})`;
  const isMarked = ({ ids }: DrawnMark) => marked !== null && ids.includes(marked);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}about`}
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      focusable="false"
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}about`}>{about}</desc>
      <rect className="map-sea" width={width} height={height} />
      {/* The sheet of Europe is one file for all networks; it takes its colours from here. */}
      <g transform={laid}>
        <use href={`${europe}#land`} className="map-land" strokeWidth={0.7 / scale} />
        {countries.map((code) => (
          <use key={code} href={`${europe}#${code}`} className="map-own" strokeWidth={0.7 / scale} />
        ))}
        <use href={`${europe}#borders`} className="map-borders" strokeWidth={0.9 / scale} />
      </g>
      {marks.map(({ ids, label }) =>
        label?.leader ? <path key={ids[0]} className="map-leader" d={lineOf(label.leader)} /> : null,
      )}
      {marks.map((mark) => (
        <g
          key={mark.ids[0]}
          className={isMarked(mark) ? "map-place map-marked" : "map-place"}
          onPointerEnter={() => onMark(mark.ids[0] ?? null)}
          onPointerLeave={() => onMark(null)}
        >
          <Sign {...mark} />
          {mark.label ? (
            <text x={mark.label.at[0]} y={mark.label.at[1]} fontSize={size} className="map-name">
              {mark.label.words}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

/** A square for the lead partner, a disc for the others; pointed at, each has a ring around it. */
function Sign({ at: [x, y], radius, isLead }: DrawnMark) {
  return (
    <>
      <circle className="map-ring" cx={x} cy={y} r={radius + 3} />
      {isLead ? (
        <rect className="map-lead" x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />
      ) : (
        <circle className="map-partner" cx={x} cy={y} r={radius} />
      )}
    </>
  );
}

function lineOf([[ax, ay], [bx, by]]: readonly [readonly [number, number], readonly [number, number]]) {
  return `M${ax} ${ay}L${bx} ${by}`;
}
