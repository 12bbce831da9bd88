// The frame around every screen of a network: where one can go, where one is, how to get anywhere, who one is.
import { useId, type ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { Bell } from "./bell";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { FrameAccount, type FrameAccountProps } from "./frame-account";
import { FrameRail, type Destination, type NetworkChoice } from "./frame-rail";
import { Icon } from "./icon";
import { Key } from "./key";
import { LiveRegion } from "./live-region";
import { toggles } from "./popover";
import { SearchField } from "./search-field";

export interface FrameProps {
  /** Where the name leads: the network's home, or the list of networks. */
  home: string;
  /** The network one is in; none on the screens between networks. */
  network?: NetworkChoice;
  /** The other networks one may change to. */
  otherNetworks?: readonly NetworkChoice[];
  /** Only what exists now. */
  destinations: readonly Destination[];
  crumbs: readonly Crumb[];
  account: FrameAccountProps;
  /** Opens the palette; without it the button is not shown. */
  onPalette?: () => void;
  /** Called when the pointer or the focus comes near the palette's button, to fetch it early. */
  onPaletteNear?: () => void;
  /** Where the search is asked. */
  search: string;
  presence?: ReactNode;
  /** One line above everything, as that this is a demo. */
  banner?: ReactNode;
  /** One line that the network is no longer open. */
  standing?: ReactNode;
  /** A ConnectionLine. */
  connection?: ReactNode;
  children: ReactNode;
}

export function Frame(props: FrameProps) {
  const t = useT("frame");
  const railId = useId();
  return (
    <div className="frame">
      <a href="#content" className="skip-link">
        {t("skipToContent")}
      </a>
      <FrameRail
        id={railId}
        home={props.home}
        network={props.network}
        otherNetworks={props.otherNetworks ?? []}
        destinations={props.destinations}
      />
      <div className="flex min-w-0 flex-col">
        {props.banner ? (
          <aside aria-label={t("demo.label")} className="strip strip-demo">
            {props.banner}
          </aside>
        ) : null}
        {props.standing ? (
          <aside aria-label={t("networkState.label")} className="strip strip-standing">
            {props.standing}
          </aside>
        ) : null}
        <header className="bar">
          <button
            type="button"
            className="button button-bare button-icon bar-menu"
            aria-label={t("rail.open")}
            {...toggles(railId)}
          >
            <Icon name="menu" size={20} />
          </button>
          <Breadcrumb crumbs={props.crumbs} />
          {props.presence}
          <SearchField to={props.search} />
          {props.onPalette ? (
            <button
              type="button"
              className="palette-button needs-script"
              aria-keyshortcuts="Control+K Meta+K"
              onClick={props.onPalette}
              onPointerEnter={props.onPaletteNear}
              onFocus={props.onPaletteNear}
            >
              <span className="hidden-words">{t("top.commands")}</span>
              <Key name="mod" />
              <Key name="k" />
            </button>
          ) : null}
          <Bell />
          <FrameAccount {...props.account} />
        </header>
        {props.connection}
        <main id="content" tabIndex={-1} className="content flex-1">
          {props.children}
        </main>
      </div>
      <LiveRegion />
    </div>
  );
}
