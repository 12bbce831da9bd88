// Two saved one text at once: the second sees both, and chooses.
import { Fragment, useDeferredValue, useId, useMemo } from "react";
import type { DocumentKind, StandingText } from "~/domain/documents/document";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import { useT } from "~/i18n/use-t";
import { differences, type Run } from "~/text/differences";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useFormat, useReader } from "~/ui/use-reader";
import { FactsDiffer } from "./facts-differ";
import { headOf, type Head } from "./use-head";

interface ConflictProps {
  theirs: StandingText;
  /** Without a text where it is written together, and only what stands above it is at odds. */
  yours: Head & { text?: string };
  kind: DocumentKind;
  choices: FactChoices;
  onYours: () => void;
  onTheirs: () => void;
}

/** Both buttons post the form around them, so that the choice works without a script, too. */
export function Conflict({ theirs, yours, kind, choices, onYours, onTheirs }: ConflictProps) {
  const t = useT("documents");
  const format = useFormat();
  const { language } = useReader();
  const name = theirs.savedBy;
  const written = useDeferredValue(yours.text);
  const text = useMemo(
    () => (written === undefined ? [] : differences(written, theirs.text)),
    [written, theirs.text],
  );
  const title = yours.title === theirs.title ? null : differences(yours.title, theirs.title);
  return (
    <section aria-labelledby="conflict-title" className="mb-8">
      <Notice tone="late" announce="at-once">
        <h2 id="conflict-title" className="text-large font-semibold">
          {t("conflict.title")}
        </h2>
        <p className="mt-1">{t("conflict.safe", { name, time: format.time(theirs.savedAt) })}</p>
        {text.length > 0 || title ? (
          <>
            <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-small">
              <li>
                <ins className="changed">{t("conflict.added")}</ins>
              </li>
              <li>
                <del className="changed">{t("conflict.removed")}</del>
              </li>
            </ul>
            <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
              <Version side="one" label={t("conflict.yours")} title={title} text={text} />
              <Version side="other" label={t("conflict.theirs", { name })} title={title} text={text} />
            </div>
          </>
        ) : null}
        <FactsDiffer kind={kind} yours={yours} theirs={headOf(theirs, language)} choices={choices} />
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <div>
            <Button weight="main" name="revision" value={theirs.revision} onClick={stopping(onYours)}>
              {t("conflict.takeYours")}
            </Button>
            <p className="mt-1 text-small text-quiet">{t("conflict.takeYoursHint", { name })}</p>
          </div>
          <div>
            <Button type="button" onClick={onTheirs}>
              {t("conflict.takeTheirs", { name })}
            </Button>
            <p className="mt-1 text-small text-quiet">{t("conflict.takeTheirsHint")}</p>
          </div>
        </div>
      </Notice>
    </section>
  );
}

/** The script answers the press itself instead of posting the page. */
function stopping(act: () => void) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault();
    act();
  };
}

interface VersionProps {
  side: "one" | "other";
  label: string;
  /** What differs between the titles; null where nothing does. */
  title: Run[] | null;
  text: Run[];
}

/** One of the two, with what the other lacks marked; it scrolls in its own frame, which the keyboard reaches. */
function Version({ side, label, title, text }: VersionProps) {
  const id = useId();
  return (
    <div>
      <h3 id={id} className="mb-1 font-sans font-semibold">
        {label}
      </h3>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, so that keys can scroll it */}
      <div role="region" aria-labelledby={id} tabIndex={0} className="control compared">
        {title ? (
          <p className="font-serif text-large font-semibold">
            <Marked runs={title} side={side} />
          </p>
        ) : null}
        {text.length > 0 ? (
          <p className="compared-text">
            <Marked runs={text} side={side} />
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Marked({ runs, side }: { runs: Run[]; side: "one" | "other" }) {
  const Mark = side === "one" ? "ins" : "del";
  return (
    <>
      {runs.map((run, index) => {
        if (run.in === "both") return <Fragment key={index}>{run.words}</Fragment>;
        if (run.in !== side) return null;
        return (
          <Mark key={index} className="changed">
            {run.words}
          </Mark>
        );
      })}
    </>
  );
}
