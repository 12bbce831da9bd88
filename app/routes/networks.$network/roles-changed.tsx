// Tells a member whose roles have just changed, on whatever screen they are, which one they lost or got.
import { Suspense, useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";

interface RolesChangedProps {
  /** The roles held now, in words. */
  roles: string[];
}

/** Says nothing until the roles are others than when the network was opened. */
export function RolesChanged({ roles }: RolesChangedProps) {
  const [known, setKnown] = useState(roles);
  const [news, setNews] = useState<{ lost: string[]; gained: string[] } | null>(null);
  const now = roles.join("\n");
  useEffect(() => {
    const lost = known.filter((role) => !roles.includes(role));
    const gained = roles.filter((role) => !known.includes(role));
    if (lost.length + gained.length === 0) return;
    setNews({ lost, gained });
    setKnown(roles);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same roles in a new list are no news
  }, [now]);
  // A reading screen carries only its own words; these are fetched when there is something to say.
  return news ? (
    <Suspense fallback={null}>
      <Told {...news} />
    </Suspense>
  ) : null;
}

function Told({ lost, gained }: { lost: string[]; gained: string[] }) {
  const t = useT("members");
  const format = useFormat();
  return (
    <div className="on-screen-only mb-6">
      <Notice announce="politely">
        {lost.length > 0 ? <p>{t("changed.lost", { roles: format.list(lost) })}</p> : null}
        {gained.length > 0 ? <p>{t("changed.gained", { roles: format.list(gained) })}</p> : null}
      </Notice>
    </div>
  );
}
