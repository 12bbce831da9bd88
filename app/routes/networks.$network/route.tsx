// The frame of a network's screens, kept true by the socket.
import { Link, Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { useEffect, useState } from "react";
import { networksOf } from "~/domain/access/members.server";
import { can } from "~/domain/access/member";
import { kindsToBegin } from "~/domain/documents/beginning";
import { describeMember } from "~/domain/networks/networks.server";
import { rolesOverLately } from "~/domain/networks/roles-over.server";
import { memberLoader } from "~/http/guard.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { useIsOffline } from "~/realtime/use-connection-state";
import { useLiveNetwork } from "~/realtime/use-live-network";
import type { Crumb } from "~/ui/breadcrumb";

import { ConnectionLine } from "~/ui/connection-line";
import { Frame } from "~/ui/frame";
import { PresenceSlot } from "~/ui/presence-slot";
import type { ScreenHandle } from "~/ui/screen-handle";
import { useAccountMenu } from "~/ui/use-account-menu";
import { Commands, fetchPalette } from "./commands";
import { RolesChanged } from "./roles-changed";
import { useDestinations } from "./use-destinations";
import { unlessOffline } from "~/ui/offline-action";

export const loader = memberLoader(async ({ member, own, door }) => {
  const { slug, name } = member.network;
  return {
    network: { slug, name },
    detail: await describeMember(member),
    over: await rolesOverLately(member),
    isDemo: member.network.isDemo,
    // Said here, because a reading screen has no words for it.
    removal: own.person.isAdministrator ? translate(door.language)("administration:demo.banner") : null,
    others: (await networksOf(own.person.id, door.memberships())).filter((network) => network.slug !== slug),
    begins: kindsToBegin(member),
    maySet: can(member, "close-network"),
    seesDeliverables: can(member, "see-deliverables"),
    state: member.network.state,
    announced: door.announced,
  };
});

export const shouldRevalidate = unlessOffline;

export default function NetworkLayout() {
  const {
    network,
    detail,
    over,
    others,
    isDemo,
    removal,
    begins,
    maySet,
    seesDeliverables,
    state,
    announced,
  } = useLoaderData<typeof loader>();
  const t = useT("frame");
  const account = useAccountMenu();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  useLiveNetwork(network.slug, announced);
  const home = `/networks/${network.slug}`;
  const isHome = useLocation().pathname.replace(/\/$/, "") === home;
  const held = detail.map(({ role, partnershipId, city }) => ({
    key: `${role} ${partnershipId ?? ""}`,
    words: city ? t("roleOfCity", { role: t(`role.${role}`), city }) : t(`role.${role}`),
  }));
  // Whoever belongs to two local groups of a city has the same role in both.
  const roles = [...new Map(held.map((role) => [role.key, role])).values()];
  const destinations = useDestinations(home, { maySet, seesDeliverables });
  const otherNetworks = others.map(({ slug, name }) => ({ key: slug, name, to: `/networks/${slug}` }));
  const crumbs = useCrumbs(home);
  return (
    <>
      <Frame
        home={home}
        network={{
          key: network.slug,
          name: network.name,
          detail: roles.map(({ words }) => words).join(" · "),
          to: home,
        }}
        otherNetworks={otherNetworks}
        destinations={destinations}
        crumbs={[{ label: network.name, to: home }, ...crumbs]}
        search={`${home}/search`}
        account={account}
        onPalette={() => setPaletteOpen(true)}
        onPaletteNear={() => void fetchPalette()}
        presence={<PresenceSlot />}
        banner={isDemo ? <DemoBanner removal={removal} /> : undefined}
        standing={state === "open" ? undefined : t(`networkState.${state}`)}
        connection={<Line />}
      >
        <RolesChanged key={network.slug} roles={roles} over={over} isHome={isHome} />
        <Outlet />
      </Frame>
      <Commands
        home={home}
        destinations={destinations}
        others={otherNetworks}
        begins={begins}
        isPaletteOpen={isPaletteOpen}
        onPalette={setPaletteOpen}
      />
    </>
  );
}

/** That this is a demo and, for administrators, the way to be rid of it. */
function DemoBanner({ removal }: { removal: string | null }) {
  const t = useT("frame");
  return (
    <>
      {t("demo.banner")} {removal ? <Link to="/administration/demo">{removal}</Link> : null}
    </>
  );
}

/** The way from the network's home to the innermost screen. */
function useCrumbs(network: string): Crumb[] {
  const t = useT("frame");
  const screen = useMatches().at(-1);
  const handle = screen?.handle as ScreenHandle | undefined;
  return screen?.data && handle ? handle.crumbs(screen.data as never, t, network) : [];
}

/** Says when the line is lost and, for a moment, that it is back. */
function Line() {
  const isOffline = useIsOffline();
  const [state, setState] = useState<"connected" | "offline" | "back">("connected");
  useEffect(() => {
    if (isOffline) {
      setState("offline");
      return;
    }
    setState((before) => (before === "offline" ? "back" : before));
    const timer = setTimeout(() => setState("connected"), 4_000);
    return () => clearTimeout(timer);
  }, [isOffline]);
  return <ConnectionLine state={state} />;
}
