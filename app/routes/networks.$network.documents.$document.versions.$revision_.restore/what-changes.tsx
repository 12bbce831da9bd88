// What bringing it back would change, before it is done.
import type { BringingBack } from "~/domain/documents/bringing-back.server";
import { useT } from "~/i18n/use-t";
import { useFormat } from "~/ui/use-reader";

interface WhatChangesProps extends Pick<BringingBack, "difference" | "section"> {
  /** Of the text. */
  language: string;
  isNothing: boolean;
}

export function WhatChanges({ difference, section, language, isNothing }: WhatChangesProps) {
  const t = useT("restoring");
  const format = useFormat();
  const { comes, goes, sections, isSame } = difference;
  const counted = (key: "comes" | "goes" | "inSections", count: number) =>
    t(key, { count, number: format.number(count) });
  return (
    <section aria-labelledby="what-changes">
      <h2 id="what-changes" className="text-section">
        {t("changes")}
      </h2>
      {section?.behind === undefined ? null : (
        <p className="mt-2">
          {section.behind === null ? t("goneFirst") : t("gone", { behind: section.behind })}
        </p>
      )}
      {isSame ? (
        <p className="mt-2">{t("same")}</p>
      ) : (
        <>
          <p className="mt-2 font-semibold">
            {t("summary", {
              sections: counted("inSections", sections.length),
              comes: counted("comes", comes),
              goes: counted("goes", goes),
            })}
          </p>
          <ul className="mt-1 list-disc ps-5">
            {sections.slice(0, 20).map((heading, index) => (
              <li key={index} lang={heading === "" ? undefined : language}>
                {heading === "" ? t("beginning") : heading}
              </li>
            ))}
          </ul>
        </>
      )}
      {isNothing ? null : (
        <p className="mt-4 text-quiet">
          {t("writers")} {t("headStays")}
        </p>
      )}
    </section>
  );
}
