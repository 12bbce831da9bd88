// The whole record as a file, for whoever leads the network: plain links, since what they lead to is no page.
import { useParams } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { buttonClass } from "~/ui/button";

export function TakeAlong() {
  const t = useT("feed");
  const { network } = useParams();
  const to = `/networks/${network}/activity/export`;
  return (
    <>
      <a href={`${to}?format=csv`} download className={buttonClass({})}>
        {t("takeAlong.csv")}
      </a>
      <a href={`${to}?format=jsonl`} download className={buttonClass({ weight: "bare" })}>
        {t("takeAlong.jsonl")}
      </a>
    </>
  );
}
