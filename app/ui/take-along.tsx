// A record of what happened as a file: plain links, since what they lead to is no page.
import { useT } from "~/i18n/use-t";
import { buttonClass } from "./button";

/** `to`: where the record is given out, with what names it and without the format. */
export function TakeAlong({ to }: { to: string }) {
  const t = useT("feed");
  const of = (format: string) => `${to}${to.includes("?") ? "&" : "?"}format=${format}`;
  return (
    <>
      <a href={of("csv")} download className={buttonClass({})}>
        {t("takeAlong.csv")}
      </a>
      <a href={of("jsonl")} download className={buttonClass({ weight: "bare" })}>
        {t("takeAlong.jsonl")}
      </a>
    </>
  );
}
