// Where something stands, told three times: by its word, its shape and its colour.

/** `quiet`: not begun or private. `going`: under way. `ok`: done. `soon`: needs a look. `late`: over its date or refused. */
export type StateTone = "quiet" | "going" | "ok" | "soon" | "late";

export interface StateMarkProps {
  tone: StateTone;
  word: string;
  /** Why it stands so, on hover; say it in the page's text, too. */
  reason?: string;
}

export function StateMark({ tone, word, reason }: StateMarkProps) {
  return (
    <span className={`state state-${tone}`} title={reason}>
      <svg
        aria-hidden="true"
        focusable="false"
        width="11"
        height="11"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <StateShape tone={tone} />
      </svg>
      {word}
    </span>
  );
}

/**
 * A ring, a half-filled ring, a full disc with a hook, a triangle, a full diamond: told apart in grey print as well. 12 units wide and
 * high, stroked by whoever draws it.
 */
export function StateShape({ tone, paper = "var(--paper)" }: { tone: StateTone; paper?: string }) {
  switch (tone) {
    case "quiet":
      return <circle cx="6" cy="6" r="4.75" />;
    case "going":
      return (
        <>
          <circle cx="6" cy="6" r="4.75" />
          <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5Z" fill="currentColor" stroke="none" />
        </>
      );
    case "ok":
      return (
        <>
          <circle cx="6" cy="6" r="5.5" fill="currentColor" stroke="none" />
          <path d="m3.5 6.2 1.8 1.8 3.3-3.7" stroke={paper} />
        </>
      );
    case "soon":
      return <path d="M6 1.5 11 10.5H1L6 1.5Z" strokeLinejoin="round" />;
    case "late":
      return <path d="M6 0.5 11.5 6 6 11.5 0.5 6 6 0.5Z" fill="currentColor" stroke="none" />;
  }
}
