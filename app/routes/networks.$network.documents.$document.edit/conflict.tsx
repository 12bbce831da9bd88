// Two saved one text at once: the second sees both, and chooses.
import type { StandingText } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-area";
import { useFormat } from "~/ui/use-reader";

interface ConflictProps {
  theirs: StandingText;
  yours: string;
  onYours: () => void;
  onTheirs: () => void;
}

/** Both buttons post the form around them, so that the choice works without a script, too. */
export function Conflict({ theirs, yours, onYours, onTheirs }: ConflictProps) {
  const t = useT("documents");
  const format = useFormat();
  const name = theirs.savedBy;
  return (
    <section aria-labelledby="conflict-title" className="mb-8">
      <Notice tone="late" announce="at-once">
        <h2 id="conflict-title" className="text-large font-semibold">
          {t("conflict.title")}
        </h2>
        <p className="mt-1">{t("conflict.safe", { name, time: format.time(theirs.savedAt) })}</p>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Version title={t("conflict.yours")} text={yours} />
          <Version title={t("conflict.theirs", { name })} text={theirs.text} />
        </div>
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

/** Scrolls in its own frame, which is a field so that the keyboard reaches it. */
function Version({ title, text }: { title: string; text: string }) {
  return <TextArea label={title} name="" isWriting readOnly value={text} rows={10} />;
}
