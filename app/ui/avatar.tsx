// A person as a stone with initials and a woven band; the band tells people apart where colours do not.
import { initials } from "./initials";

export interface AvatarProps {
  name: string;
  /** The account's colour, 1 to 12, chosen by the server. */
  colour: number;
  /** Pixels. */
  size?: number;
  /** Where the name does not stand beside it, the picture must say it. */
  isNamed?: boolean;
}

/** Four bands, so that each stands with three of the twelve colours. */
const bands = [
  "M0 29.5h32",
  "M1 29.5h5m3 0h5m3 0h5m3 0h5",
  "M0 30.5l4-3 4 3 4-3 4 3 4-3 4 3 4-3 4 3",
  "M2 29.5h.01M7.6 29.5h.01M13.2 29.5h.01M18.8 29.5h.01M24.4 29.5h.01M30 29.5h.01",
];

export function Avatar({ name, colour, size = 28, isNamed = false }: AvatarProps) {
  const slot = (((Math.trunc(colour) - 1) % 12) + 12) % 12;
  const letters = initials(name);
  return (
    <svg
      className="avatar"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      {...(isNamed ? { role: "img", "aria-label": name } : { "aria-hidden": true })}
    >
      {isNamed ? <title>{name}</title> : null}
      <rect width="32" height="32" fill={`var(--person-${slot + 1})`} />
      <text
        x="16"
        y="19.5"
        textAnchor="middle"
        fontSize={letters.length > 1 ? 13.5 : 15}
        fill="var(--person-ink)"
        aria-hidden="true"
      >
        {letters}
      </text>
      <path
        d={bands[slot % bands.length]}
        fill="none"
        stroke="var(--person-ink)"
        strokeWidth="2"
        strokeLinecap={slot % bands.length === 3 ? "round" : "butt"}
        opacity="0.75"
      />
    </svg>
  );
}
