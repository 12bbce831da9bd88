// Stands in for Remix where there is none: in the page without a network links and forms are the browser's own.
import type { AnchorHTMLAttributes, FormHTMLAttributes } from "react";

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  prefetch?: string;
  reloadDocument?: boolean;
}

export function Link({
  to,
  prefetch: _prefetch,
  reloadDocument: _reload,
  children,
  ...attributes
}: LinkProps) {
  return (
    <a href={to} {...attributes}>
      {children}
    </a>
  );
}

export function Form({
  reloadDocument: _reload,
  ...attributes
}: FormHTMLAttributes<HTMLFormElement> & { reloadDocument?: boolean }) {
  return <form {...attributes} />;
}
