// The working text with its writers, in the place of the text.
import { Link } from "@remix-run/react";
import type { Authorship } from "~/domain/documents/authorship.server";
import { useT } from "~/i18n/use-t";
import { AuthoredText } from "~/ui/authorship/authored-text";
import { Shares } from "~/ui/authorship/shares";
import type { ShownSection } from "~/ui/authorship/shown-sections";
import { Writers } from "~/ui/authorship/writers";
import { LinkButton } from "~/ui/link-button";

interface ToldTextProps extends Pick<Authorship, "document" | "writers" | "words"> {
  sections: readonly ShownSection[];
}

export function ToldText({ document: { language }, writers, sections, words }: ToldTextProps) {
  const t = useT("authorship");
  return (
    <>
      <div className="wrote-panel">
        {words > 0 ? <Writers writers={writers} words={words} /> : <p>{t("empty")}</p>}
        {sections.length > 1 ? <Shares {...{ sections, writers, language }} /> : null}
        <div className="on-screen-only flex flex-wrap items-center gap-4">
          <LinkButton size="small" to="?text=working" preventScrollReset replace>
            {t("hide")}
          </LinkButton>
          <Link className="link text-small" to="authorship" prefetch="intent">
            {t("page")}
          </Link>
        </div>
      </div>
      <AuthoredText {...{ sections, writers, language }} />
    </>
  );
}
