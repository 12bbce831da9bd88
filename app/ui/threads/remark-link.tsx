// The address of the very remark, to pass on: a link like any other, which copies itself where the browser lets it.
import { useState, type MouseEvent } from "react";
import { remarkAddress } from "~/domain/comments/remark-address";
import { useT } from "~/i18n/use-t";
import { buttonClass } from "../button";
import { Icon } from "../icon";
import { announce } from "../live-region";
import { ThreadSign } from "./thread-sign";
import type { ThreadPlace } from "./thread-place";

interface CopyRemarkLinkProps {
  id: string;
  /** Of its author, for those who hear the links of a page one after the other. */
  name: string;
  place: ThreadPlace;
}

export function CopyRemarkLink({ id, name, place }: CopyRemarkLinkProps) {
  const t = useT("threads");
  const [isCopied, setCopied] = useState(false);
  const copy = (event: MouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    // Browsers give no clipboard to a page without https: there it is followed, and stands in the address bar.
    if (!isPlain || !navigator.clipboard) return;
    event.preventDefault();
    void navigator.clipboard.writeText(event.currentTarget.href).then(
      () => {
        setCopied(true);
        announce(t("copied"));
      },
      () => undefined,
    );
  };
  return (
    <a
      href={remarkAddress(place.address, id)}
      className={buttonClass({ weight: "bare", size: "small", isIcon: true })}
      aria-label={t("linkOf", { name })}
      title={isCopied ? t("copied") : t("copy")}
      onClick={copy}
    >
      {isCopied ? <Icon name="check" size={16} /> : <ThreadSign name="link" size={16} />}
    </a>
  );
}
