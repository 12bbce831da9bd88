// Tells a member whose roles have just changed, on whatever screen they are, which one they lost or got.
import { Suspense, useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";

interface RolesChangedProps {
  roles: RoleInWords[];
}

/** A role held now. Words alone are no news: a city may come to be, or be called otherwise, and the reader may change the language. */
export interface RoleInWords {
  key: string;
  words: string;
}

/** Says nothing until the roles are others than when the network was opened. */
export function RolesChanged({ roles }: RolesChangedProps) {
  const [known, setKnown] = useState(roles);
  const [news, setNews] = useState<Record<"lost" | "gained", string[]> | null>(null);
  const now = roles.map(({ key }) => key).join("\n");
  useEffect(() => {
    const lost = without(known, roles);
    const gained = without(roles, known);
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

function without(some: RoleInWords[], others: RoleInWords[]): string[] {
  return some.filter(({ key }) => others.every((other) => other.key !== key)).map(({ words }) => words);
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
