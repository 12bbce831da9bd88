// Lists of things to open: dense but airy rows, parted by hairlines, each answering as a whole to its link.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface RowListProps {
  label?: string;
  labelledBy?: string;
  children: ReactNode;
}

export function RowList({ label, labelledBy, children }: RowListProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list
    <ul role="list" className="rows" aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </ul>
  );
}

export interface RowProps {
  /** Without it the row is words only. */
  to?: string;
  /** A plain link: the row stands within `FollowedLinks`. */
  isFollowed?: boolean;
  title: ReactNode;
  titleLang?: string;
  /** `work`: a text by a city, in the reading serif. `line`: anything else. */
  kind?: "work" | "line";
  /** Usually a FactsLine, or a sentence. */
  below?: ReactNode;
  /** What stands at the end: a state, a date. */
  side?: ReactNode;
  /** The side is words enough to need a line of its own on a phone. */
  isSideLong?: boolean;
  /** What stands before the title, as an avatar. */
  before?: ReactNode;
  /** What opens under the row, over its whole width. */
  under?: ReactNode;
}

export function Row({
  to,
  isFollowed,
  title,
  titleLang,
  kind = "line",
  below,
  side,
  isSideLong,
  before,
  under,
}: RowProps) {
  const titleClass = kind === "work" ? "font-serif text-large font-semibold text-pretty" : "font-semibold";
  return (
    <li className={kind === "work" || isSideLong ? "row row-long" : "row"}>
      <div className="flex min-w-0 gap-3">
        {before}
        <div className="min-w-0 flex-1">
          {to && isFollowed ? (
            <a href={to} lang={titleLang} className={`row-link ${titleClass}`}>
              {title}
            </a>
          ) : to ? (
            <Link to={to} prefetch="intent" lang={titleLang} className={`row-link ${titleClass}`}>
              {title}
            </Link>
          ) : (
            <span lang={titleLang} className={titleClass}>
              {title}
            </span>
          )}
          {below ? <div className="mt-0.5">{below}</div> : null}
        </div>
      </div>
      {side ? <div className="row-side">{side}</div> : null}
      {under ? <div className="col-span-full mt-4">{under}</div> : null}
    </li>
  );
}
