// The address of a calendar just made: seen this once, with a field to copy it from.
import { useEffect, useRef } from "react";
import { useT } from "~/i18n/use-t";
import { LinkToCopy } from "~/ui/link-to-copy";
import { Notice } from "~/ui/notice";

/** Comes into view with each new answer, and takes the focus where the button that was pressed has gone. */
export function MadeAddress({ address }: { address: string }) {
  const t = useT("calendar");
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "nearest" });
    if (document.activeElement === document.body) top.current?.focus({ preventScroll: true });
  }, [address]);
  return (
    <div ref={top} tabIndex={-1} className="mb-6 max-w-2xl scroll-mt-20">
      <Notice tone="ok" announce="politely" title={t("made.title")}>
        <p>{t("made.once")}</p>
        <LinkToCopy label={t("made.address")} link={address} />
      </Notice>
    </div>
  );
}
