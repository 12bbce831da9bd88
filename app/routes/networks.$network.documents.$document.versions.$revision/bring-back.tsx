// The ways to bring this version back: all of it, or one of its sections.
import { Link } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";

interface BringBackProps {
  /** Of the version. */
  path: string;
  sections: ReadonlyArray<{ anchor: string; words: string }>;
  /** The text as it stands has nothing else. */
  isNow: boolean;
  /** Of the text. */
  language: string;
}

export function BringBack({ path, sections, isNow, language }: BringBackProps) {
  const t = useT("restoring");
  if (isNow) return null;
  return (
    <section aria-labelledby="bring-back" className="on-screen-only mt-10 border-t border-line pt-8">
      <h2 id="bring-back" className="text-section">
        {t("title")}
      </h2>
      <p className="mt-1 mb-5 text-quiet">{t("lead")}</p>
      <LinkButton to={`${path}/restore`}>{t("version")}</LinkButton>
      {sections.length > 0 ? (
        <details className="fold mt-4">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("section")}
          </summary>
          <p className="mt-1 text-quiet">{t("sectionsLead")}</p>
          <ul className="mt-2 grid gap-1">
            {sections.map(({ anchor, words }) => (
              <li key={anchor}>
                <Link
                  className="link"
                  lang={language}
                  to={`${path}/restore?section=${encodeURIComponent(anchor)}`}
                >
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
