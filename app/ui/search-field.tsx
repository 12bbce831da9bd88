// The one search field, in the bar of every screen; on a telephone a button that leads to the page where the field is.
import { Form, Link, useLocation } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Key } from "./key";
import { SearchInput } from "./search-input";
import { useReader } from "./use-reader";
import { useShortcuts } from "./use-shortcuts";

const inBar = "search-in-bar";
/** The field of the results page, which stands there instead of the one in the bar. */
export const onPage = "search-question";

export function SearchField({ to }: { to: string }) {
  const t = useT("frame");
  const hasShortcuts = useReader().person?.hasShortcuts ?? false;
  useShortcuts([{ keys: "/", run: focusField }], hasShortcuts);
  const isInPage = useLocation().pathname === to;
  return (
    <>
      <Form
        role="search"
        action={to}
        method="get"
        className={classNames("search-form", isInPage && "search-in-page")}
        aria-label={t("top.search")}
      >
        <Icon name="search" size={16} />
        <SearchInput
          id={inBar}
          label={t("top.search")}
          to={to}
          keyShortcuts={hasShortcuts ? "/" : undefined}
        />
        {hasShortcuts ? <Key name="/" /> : null}
      </Form>
      <Link
        to={to}
        prefetch="intent"
        className={classNames("button button-bare button-icon search-link", isInPage && "search-in-page")}
        aria-label={t("top.search")}
      >
        <Icon name="search" size={20} />
      </Link>
    </>
  );
}

/** Whichever of the two is shown. */
function focusField(): void {
  for (const id of [onPage, inBar]) {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement) || field.offsetParent === null) continue;
    field.focus();
    field.select();
    return;
  }
}
