// Where one is, from the outside in; on a phone only the step back.
import { Link } from "@remix-run/react";
import { useT } from "~/i18n/use-t";

export interface Crumb {
  label: string;
  /** The language of the label, where it is another than the page's. */
  lang?: string;
  /** The last one, where one stands, needs none. */
  to?: string;
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useT("frame");
  return (
    <nav aria-label={t("top.breadcrumb")} className="crumbs">
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={`${crumb.to ?? ""} ${crumb.label}`}>
            {at < crumbs.length - 1 && crumb.to ? (
              <Link to={crumb.to} prefetch="intent" lang={crumb.lang}>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current={at === crumbs.length - 1 ? "page" : undefined} lang={crumb.lang}>
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
