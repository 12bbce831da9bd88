// What an inviter is told of an invitation just made: whether its mail went out, and its link, this once.
import { useEffect, useRef } from "react";
import type { MadeInvitation } from "~/domain/networks/invitations.server";
import { useT } from "~/i18n/use-t";
import { LinkToCopy } from "./link-to-copy";
import { Notice } from "./notice";

interface MadeInvitationProps {
  made: MadeInvitation;
  /** It replaces a former link. */
  isAnew?: boolean;
}

/** Comes into view with each new answer: it may belong to a row far below. */
export function MadeInvitationNotice({ made, isAnew = false }: MadeInvitationProps) {
  const t = useT("invitations");
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "nearest" });
    // The button that was pressed may have gone with its form: the next key then leads to the link, not to the top of the page.
    if (document.activeElement === document.body) top.current?.focus({ preventScroll: true });
  }, [made.link]);
  return (
    <div ref={top} tabIndex={-1} className="mb-6 scroll-mt-20">
      <Notice
        tone={made.isMailed ? "ok" : "soon"}
        announce="politely"
        title={t("made.title", { email: made.email })}
      >
        <p>{made.isMailed ? t("made.mailed") : t("made.unmailed")}</p>
        <p>
          {t("made.once")} {isAnew ? t("made.resent") : null}
        </p>
        <LinkToCopy label={t("made.link")} link={made.link} />
      </Notice>
    </div>
  );
}
