// What a writer must know of the text beside its words: what was refused, what ended, what is nearly full.
import { useState } from "react";
import { useT } from "~/i18n/use-t";
import { announce } from "~/ui/live-region";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { AsideWords, TextSession, TextView } from "./text-session";

export interface TextNoticesProps {
  session: TextSession;
  view: TextView;
  /** Begins a document that goes on where this one is full. */
  onSuccessor?: () => void;
  /** Gives the text as a file, where it cannot be opened here. */
  onDownload?: () => void;
}

export function TextNotices({ session, view, onSuccessor, onDownload }: TextNoticesProps) {
  const t = useT("session", "frame", "editor");
  const { phase, refusal, aside, fullness, mayWrite, isSeated, isDiskWell } = view;
  return (
    <>
      {phase === "outdated" ? (
        <Notice
          tone="late"
          announce="at-once"
          actions={
            <Button weight="main" size="small" type="button" onClick={() => window.location.reload()}>
              {t("outdated.reload")}
            </Button>
          }
        >
          {t("outdated.what")}
        </Notice>
      ) : null}
      {phase === "gone" ? (
        <Notice tone="late" announce="at-once">
          {t("gone")}
        </Notice>
      ) : null}
      {phase === "too-long" ? (
        <Ahead way={t("editor:markdown.download")} onWay={onDownload}>
          {t("tooLong")}
        </Ahead>
      ) : null}
      {refusal ? (
        <Notice
          tone="late"
          announce="at-once"
          actions={
            <Button size="small" type="button" onClick={() => session.seen()}>
              {t("frame:do.close")}
            </Button>
          }
        >
          {t(reasons[refusal as keyof typeof reasons] ?? "refused.other")}
        </Notice>
      ) : null}
      {aside.map((words, index) => (
        <Aside key={`${words.key} ${index}`} words={words} onDrop={() => void session.drop(words)} />
      ))}
      {isSeated && phase === "ready" && !mayWrite && !refusal ? <Notice>{t("readOnly")}</Notice> : null}
      {isSeated && !isDiskWell ? (
        <Notice tone="late" announce="at-once">
          {t("diskFails")}
        </Notice>
      ) : null}
      {fullness?.isNear ? (
        <Ahead way={t("full.successor")} onWay={onSuccessor}>
          {t("full.what")}
        </Ahead>
      ) : null}
    </>
  );
}

/** What comes to an end here, and the way on where there is one. */
function Ahead({ way, onWay, children }: { way: string; onWay?: () => void; children: string }) {
  const button = (
    <Button size="small" type="button" onClick={onWay}>
      {way}
    </Button>
  );
  return (
    <Notice tone="soon" announce="politely" actions={onWay ? button : null}>
      {children}
    </Notice>
  );
}

const reasons = {
  forbidden: "refused.forbidden",
  "update-too-large": "refused.tooMuchAtOnce",
  "state-too-large": "refused.full",
  "text-too-large": "refused.full",
} as const;

/** Words that only their writer has, to copy or to throw away. */
export function Aside({ words, onDrop }: { words: AsideWords; onDrop: () => void }) {
  const t = useT("session", "frame");
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(words.words);
    setCopied(true);
    announce(t("frame:do.copied"));
  };
  return (
    <Notice
      tone="late"
      title={t("aside.title")}
      actions={
        <>
          <Button weight="main" size="small" type="button" onClick={() => void copy().catch(() => undefined)}>
            {t(isCopied ? "frame:do.copied" : "frame:do.copy")}
          </Button>
          <Button size="small" type="button" onClick={onDrop}>
            {t("aside.drop")}
          </Button>
        </>
      }
    >
      <p className="mt-1">{t("aside.what")}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, so that keys can scroll it */}
      <pre role="region" aria-label={t("aside.title")} tabIndex={0} className="control aside-words">
        {words.words}
      </pre>
    </Notice>
  );
}
