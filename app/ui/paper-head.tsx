// The first line of a sheet that is printed: of which network it is and how far its words go, which the frame around the screen says there.
import { useT } from "~/i18n/use-t";
import { useFormat } from "./use-reader";

export interface PaperHeadProps {
  network: string;
  /** The day in Brussels of which all else on the page speaks: "YYYY-MM-DD". */
  day: string;
}

/** On paper alone. */
export function PaperHead({ network, day }: PaperHeadProps) {
  const t = useT("frame");
  return (
    <p className="paper-head on-paper-only">
      <strong>{network}</strong> · {t("onPaper", { day: useFormat().day(day) })}
    </p>
  );
}
