// The still shape of what is coming; it shows itself only after 200 ms and holds the place from the start.
import { useT } from "~/i18n/use-t";

export interface SkeletonProps {
  /** Lines of text it stands for. */
  lines?: number;
}

const widths = ["92%", "100%", "84%", "96%", "60%"];

export function Skeleton({ lines = 3 }: SkeletonProps) {
  const t = useT("frame");
  return (
    <div aria-busy="true">
      <span className="hidden-words">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden="true"
          className="skeleton mb-2.5 h-3.5"
          style={{ width: widths[line % widths.length] }}
        />
      ))}
    </div>
  );
}
