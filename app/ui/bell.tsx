// The way to one's notices, with how many are unread. Words and number come from the server, so that it weighs next to nothing.
import { Link } from "@remix-run/react";
import { Icon } from "./icon";
import { useReader } from "./use-reader";

export function Bell() {
  const bell = useReader().person?.bell;
  if (!bell) return null;
  const { words, number } = bell;
  return (
    <>
      <Link
        to="/notices"
        prefetch="intent"
        className="button button-bare button-icon bell"
        aria-label={words}
      >
        <Icon name="bell" size={20} />
        {number}
      </Link>
      {/* A number that grows is told politely, without leaving what one is at. */}
      <span role="status" className="hidden-words">
        {words}
      </span>
    </>
  );
}
