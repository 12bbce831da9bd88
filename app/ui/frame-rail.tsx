// The left rail: the network one is in, the others, and the parts of this one. On small screens it is a drawer.
import { Link, NavLink } from "@remix-run/react";
import { useRef, type MouseEvent } from "react";
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";
import { Menu } from "./menu";
import { closePopover, closes, popover } from "./popover";
import { Wordmark } from "./wordmark";

export interface NetworkChoice {
  key: string;
  name: string;
  /** As "Alytus, project officer". */
  detail?: string;
  to: string;
}

export interface Destination {
  key: string;
  to: string;
  label: string;
  count?: string;
  /** What the count means, for those who do not see where it stands. */
  countWords?: string;
  /** It is the current one only at exactly its own address, as Home. */
  isExact?: boolean;
  /** Whether it is the current one, where its path alone does not tell. */
  isCurrent?: boolean;
}

export interface FrameRailProps {
  id: string;
  home: string;
  network?: NetworkChoice;
  otherNetworks: readonly NetworkChoice[];
  destinations: readonly Destination[];
}

export function FrameRail({ id, home, network, otherNetworks, destinations }: FrameRailProps) {
  const t = useT("frame");
  const rail = useRef<HTMLElement>(null);
  const closeAfterLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a")) closePopover(rail.current);
  };
  return (
    // The links inside are what is pressed; this only puts the drawer away after them.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <nav
      ref={rail}
      id={id}
      aria-label={t("rail.label")}
      className="rail"
      onClick={closeAfterLink}
      {...popover}
    >
      <div className="flex items-center justify-between">
        <Link to={home} prefetch="intent" className="rounded-part px-2 py-1 no-underline">
          <Wordmark />
        </Link>
        <button
          type="button"
          className="button button-bare button-icon bar-menu"
          aria-label={t("rail.close")}
          {...closes(id)}
        >
          <Icon name="close" />
        </button>
      </div>
      {network ? <Network network={network} others={otherNetworks} /> : null}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- without list markers, one screen reader forgets that it is a list */}
      <ul role="list" className="grid gap-0.5">
        {destinations.map((destination) => (
          <li key={destination.key}>
            <Place destination={destination} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place({ destination }: { destination: Destination }) {
  const { to, label, count, countWords, isExact, isCurrent } = destination;
  const words = (
    <>
      <span>{label}</span>
      {count ? (
        <span className="figures text-small font-normal text-quiet">
          {count}
          {countWords ? <span className="hidden-words"> {countWords}</span> : null}
        </span>
      ) : null}
    </>
  );
  if (isCurrent === undefined)
    return (
      <NavLink to={to} end={isExact} prefetch="intent" className="rail-link">
        {words}
      </NavLink>
    );
  return (
    <Link to={to} prefetch="intent" className="rail-link" aria-current={isCurrent ? "page" : undefined}>
      {words}
    </Link>
  );
}

function Network({ network, others }: { network: NetworkChoice; others: readonly NetworkChoice[] }) {
  const t = useT("frame");
  const words = (
    <span className="min-w-0">
      <span className="block truncate font-semibold">{network.name}</span>
      {network.detail ? (
        <span className="line-clamp-3 text-small text-pretty text-quiet">{network.detail}</span>
      ) : null}
    </span>
  );
  if (others.length === 0) return <div className="network-button">{words}</div>;
  return (
    <Menu
      align="start"
      buttonClassName="network-button"
      items={[
        { kind: "heading", key: "heading", label: t("rail.changeNetwork") },
        { kind: "link", key: network.key, label: network.name, to: network.to, isCurrent: true },
        ...others.map((other) => ({
          kind: "link" as const,
          key: other.key,
          label: other.name,
          to: other.to,
        })),
      ]}
    >
      {words}
      <Icon name="up-down" size={16} className="shrink-0 text-quiet" />
    </Menu>
  );
}
