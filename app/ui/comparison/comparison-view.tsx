// Two states of a document compared: which sections changed first, then the whole text with its changes.
import type { ReactNode } from "react";
import type { ComparedTexts } from "~/text/comparison/comparison";
import { useT } from "~/i18n/use-t";
import { Notice } from "../notice";
import { ChangeSteps } from "./change-steps";
import { ChangedSections } from "./changed-sections";
import { ComparedParts } from "./compared-parts";

interface ComparisonViewProps {
  text: ComparedTexts | null;
  facts: ComparedTexts | null;
  /** The language in which the later state is written. */
  lang: string;
  sectionAuthors: readonly string[];
  /** Who wrote in between; null: not told. */
  wroteBetween: string | null;
  /** What to read instead where the texts could not be compared. */
  instead: ReactNode;
}

export function ComparisonView({
  text,
  facts,
  lang,
  sectionAuthors,
  wroteBetween,
  instead,
}: ComparisonViewProps) {
  const t = useT("comparing");
  const isSame = text !== null && text.changes === 0;
  return (
    <>
      {text === null ? (
        <Notice tone="soon" actions={instead}>
          {t("tooLong")}
        </Notice>
      ) : null}
      {isSame && !facts ? <Notice tone="note">{t("nothing")}</Notice> : null}
      {text !== null && text.changes > 0 ? (
        <section aria-labelledby="changed-sections" className="mb-8">
          <h2 id="changed-sections" className="text-section">
            {t("sections", { count: text.sections.length })}
          </h2>
          {wroteBetween ? (
            <p className="mt-1 text-quiet">{t("wroteBetween", { names: wroteBetween })}</p>
          ) : null}
          <ChangedSections sections={text.sections} authors={sectionAuthors} lang={lang} />
          <Legend />
        </section>
      ) : null}
      {facts && facts.changes > 0 ? (
        <section aria-labelledby="compared-facts" className="mb-8">
          <h2 id="compared-facts" className="mb-3 text-section">
            {t("facts")}
          </h2>
          <ComparedParts parts={facts.parts} lang={lang} />
        </section>
      ) : null}
      {text !== null && text.changes > 0 ? (
        <section aria-labelledby="compared-text">
          <div className="compared-head">
            <h2 id="compared-text" className="text-section">
              {t("text")}
            </h2>
            <ChangeSteps changes={text.changes} />
          </div>
          <ComparedParts parts={text.parts} lang={lang} />
        </section>
      ) : null}
    </>
  );
}

/** How changes look, in the same signs, on paper too. */
function Legend() {
  const t = useT("comparing");
  return (
    <p className="compared-legend text-small text-quiet">
      <span>{t("legend")}: </span>
      <span>
        <b aria-hidden="true">+</b> <ins>{t("said.added")}</ins>
      </span>
      <span>
        <b aria-hidden="true">{"\u2212"}</b> <del>{t("said.removed")}</del>
      </span>
      <span>
        <b aria-hidden="true">{"\u00b1"}</b> {t("said.changed")}
      </span>
      <span>
        <b aria-hidden="true">{"\u2195"}</b> {t("said.moved")}
      </span>
    </p>
  );
}
