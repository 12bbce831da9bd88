// What erasing takes away, from where, and what it leaves.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Erasing } from "~/domain/files/erasing.server";
import { useT } from "~/i18n/use-t";

interface WhatIsErasedProps {
  asked: Pick<Erasing, "isInText" | "isInVersions" | "publications" | "isPublic" | "others">;
  isPicture: boolean;
  network: string;
}

export function WhatIsErased({ asked, isPicture, network }: WhatIsErasedProps) {
  const t = useT("files");
  const { isInText, isInVersions, publications, isPublic, others } = asked;
  return (
    <div className="grid gap-8 sm:grid-cols-2">
      <List id="goes" title={t("erase.goes")}>
        <li>{t(isPicture ? "erase.goesPicture" : "erase.goesFile")}</li>
        {isInText ? <li>{t("erase.fromText")}</li> : null}
        {isInVersions ? <li>{t("erase.fromVersions")}</li> : null}
        {publications > 0 ? <li>{t("erase.fromPublications", { count: publications })}</li> : null}
        {isPublic ? <li>{t("erase.fromPublic")}</li> : null}
      </List>
      <List id="stays" title={t("erase.stays")}>
        <li>{t("erase.staysPlace")}</li>
        <li>{t("erase.staysRow")}</li>
        {isInText || isInVersions || publications > 0 ? <li>{t("erase.staysWords")}</li> : null}
        <li>{t("erase.staysBackups")}</li>
        <li>{t("erase.staysElsewhere")}</li>
        {others.map(({ id, name, documentId, title, language }) => (
          <li key={id}>
            {t("erase.staysAlso", { name })}{" "}
            <Link className="link" to={`/networks/${network}/documents/${documentId}/files`} lang={language}>
              {title}
            </Link>
          </li>
        ))}
      </List>
    </div>
  );
}

function List({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-section">
        {title}
      </h2>
      <ul className="grid list-disc gap-1.5 pl-5">{children}</ul>
    </section>
  );
}
