// Where one is, from the outside in; on a phone only the step back.
import { Link } from "@remix-run/react";
import { useT } from "~/i18n/use-t";

export interface Crumb {
  label: string;
  /** The language of the label, where it is another than the page's. */
  lang?: string;
  /** The last one, where one stands, needs none. */
  to?: string;
  /** The last one, where one stands on a screen that belongs to it: it is a link, and on a phone the step back. */
  isStepBack?: boolean;
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useT("frame");
  const last = crumbs.length - 1;
  const back = crumbs[last]?.isStepBack ? last : last - 1;
  return (
    <nav aria-label={t("top.breadcrumb")} className="crumbs">
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={`${crumb.to ?? ""} ${crumb.label}`} className={at === back ? "crumb-back" : undefined}>
            {at <= back && crumb.to ? (
              <Link to={crumb.to} prefetch="intent" lang={crumb.lang}>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current={at === last ? "page" : undefined} lang={crumb.lang}>
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
