// A moment in the words of the page, with the exact one a hover away and readable by machines.

export interface TimeProps {
  /** ISO 8601. */
  at: string;
  /** The words to show, as "2 hours ago" or "3 April 2020"; made by the caller in the reader's language and time zone. */
  words: string;
  /** The exact moment in words; shown on hover. */
  exact?: string;
  className?: string;
}

/** Server and browser may differ by a second in relative words: that is no fault. */
export function Time({ at, words, exact, className }: TimeProps) {
  return (
    <time dateTime={at} title={exact} className={className} suppressHydrationWarning>
      {words}
    </time>
  );
}
