// Filters as plain words with their counts; each is an address, so that it can be sent and gone back to.
import { Link } from "@remix-run/react";

export interface FilterLink {
  key: string;
  to: string;
  label: string;
  count?: string;
  isCurrent?: boolean;
}

export interface FilterLinksProps {
  label: string;
  links: readonly FilterLink[];
}

export function FilterLinks({ label, links }: FilterLinksProps) {
  return (
    <nav aria-label={label} className="filters mb-4">
      {links.map((link) => (
        <Link
          key={link.key}
          to={link.to}
          prefetch="intent"
          preventScrollReset
          aria-current={link.isCurrent ? "true" : undefined}
        >
          {link.label}
          {link.count === undefined ? null : (
            <span className="figures font-normal text-quiet">{link.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
