// The way to all threads, where not all are shown: an address, so that it works without a script.
import { Link } from "@remix-run/react";
import { threadSearch, type ThreadFilter } from "~/domain/comments/thread-filter";
import { useT } from "~/i18n/use-t";
import { screenOf, type ThreadPlace } from "./thread-place";

interface EveryLinkProps {
  filter: ThreadFilter;
  place: ThreadPlace;
  /** How many there are. */
  total: number;
}

export function EveryLink({ filter, place, total }: EveryLinkProps) {
  const t = useT("threads");
  const search = threadSearch({ ...filter, every: true }, place.text);
  return (
    <Link className="link" preventScrollReset to={`${screenOf(place)}${search}`}>
      {t("showEvery", { count: total })}
    </Link>
  );
}
