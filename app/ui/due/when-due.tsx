// When something is due: how far off, by word and shape as well where that is near or past, and on which day.
import { FactsLine } from "../facts-line";
import { StateMark } from "../state-mark";
import { useFormat } from "../use-reader";

/** Days before a date from which it stands out. */
const soon = 14;

interface WhenDueProps {
  /** A day in Brussels and how many days off it is; null: there is none. */
  when: { day: string; days: number } | null;
  /** It is past and nobody's fault. */
  isOver?: boolean;
  /** Of which network, where it stands among others. */
  beside?: string;
}

export function WhenDue({ when, isOver = false, beside }: WhenDueProps) {
  const format = useFormat();
  return (
    <FactsLine
      facts={[
        when !== null && { key: "distance", value: <Distance {...when} isOver={isOver} /> },
        when !== null && {
          key: "day",
          value: <time dateTime={when.day}>{format.day(when.day)}</time>,
        },
        beside !== undefined && { key: "network", value: beside },
      ]}
    />
  );
}

function Distance({ day, days, isOver }: { day: string; days: number; isOver: boolean }) {
  const format = useFormat();
  const words = format.inDays(days);
  if (isOver) return <time dateTime={day}>{words}</time>;
  if (days < 0) return <StateMark tone="late" word={words} />;
  return days <= soon ? <StateMark tone="soon" word={words} /> : words;
}
