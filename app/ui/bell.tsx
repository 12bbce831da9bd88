// The way to one's notices, with how many are unread. Words and number come from the server, so that it weighs next to nothing.
import { Link } from "@remix-run/react";
import { Icon } from "./icon";
import { useReader } from "./use-reader";

/** A number that grows is told politely, without leaving what one is at. */
export function Bell() {
  const bell = useReader().person?.bell;
  return bell ? (
    <span role="status" className="flex">
      <Link
        to="/notices"
        prefetch="intent"
        className="button button-bare button-icon bell"
        data-number={bell.number}
      >
        <Icon name="bell" size={20} />
        <span className="hidden-words">{bell.words}</span>
      </Link>
    </span>
  ) : null;
}
