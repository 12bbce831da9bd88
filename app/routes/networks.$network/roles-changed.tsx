// Tells a member which roles they lost or got: on whatever screen they are when it happens, and on the home for some time after.
import { Suspense, useEffect, useState } from "react";
import type { RoleOver } from "~/domain/networks/roles-over.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";

interface RolesChangedProps {
  roles: RoleInWords[];
  /** Those that ended lately, whether a page was open then or not. */
  over: RoleOver[];
  isHome: boolean;
}

/** A role held now. Words alone are no news: a city may come to be, or be called otherwise, and the reader may change the language. */
export interface RoleInWords {
  key: string;
  words: string;
}

interface News {
  lost: RoleOver[];
  gained: string[];
}

/** Elsewhere than on the home it says nothing until the roles are others than when the network was opened. */
export function RolesChanged({ roles, over, isHome }: RolesChangedProps) {
  const [known, setKnown] = useState({ roles, over });
  const [news, setNews] = useState<News>({ lost: [], gained: [] });
  const now = [...roles.map(({ key }) => key), ...over.map(({ id }) => id)].join("\n");
  useEffect(() => {
    const lost = over.filter(({ id }) => known.over.every((one) => one.id !== id));
    const gained = roles.filter(({ key }) => known.roles.every((one) => one.key !== key));
    setKnown({ roles, over });
    if (lost.length + gained.length === 0) return;
    setNews({ lost, gained: gained.map(({ words }) => words) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same roles in a new list are no news
  }, [now]);
  const told = isHome ? over : [];
  const lost = isHome ? [] : news.lost;
  if (told.length + lost.length + news.gained.length === 0) return null;
  return (
    <div className="on-screen-only mb-6">
      <Notice announce="politely">
        {told.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
        {lost.length + news.gained.length > 0 ? (
          // A reading screen carries only its own words; these are fetched when there is something to say.
          <Suspense fallback={null}>
            <Told lost={lost} gained={news.gained} />
          </Suspense>
        ) : null}
      </Notice>
    </div>
  );
}

function Told({ lost, gained }: News) {
  const t = useT("members");
  const format = useFormat();
  return (
    <>
      {lost.map(({ id, role, why }) => (
        <p key={id}>{[why, t("changed.lost", { roles: role })].filter((words) => words !== "").join(" ")}</p>
      ))}
      {gained.length > 0 ? <p>{t("changed.gained", { roles: format.list(gained) })}</p> : null}
    </>
  );
}
