// Torg's mark: the plan of a market square, four blocks turned around an open space with its well.

export interface MarkProps {
  /** Pixels. */
  size?: number;
}

/** Decoration only: the name stands beside it. */
export function Mark({ size = 24 }: MarkProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className="shrink-0"
    >
      <path fill="currentColor" d="M2 2h12v6H2zM16 2h6v12h-6zM10 16h12v6H10zM2 10h6v12H2z" />
      <path fill="var(--accent)" d="M10 10h4v4h-4z" />
    </svg>
  );
}
