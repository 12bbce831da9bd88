// The frame around screens that belong to a person rather than to a network.
import type { ReactNode } from "react";
import type { Role } from "~/domain/access/role";
import { useT } from "~/i18n/use-t";
import { useLiveNetwork } from "~/realtime/use-live-network";
import type { Crumb } from "./breadcrumb";
import { Frame } from "./frame";
import { useAccountMenu } from "./use-account-menu";
import { useReader } from "./use-reader";

interface PersonFrameProps {
  /** With the roles held there, where the portfolio is to be offered. */
  networks: Array<{ slug: string; name: string; roles?: Role[] }>;
  crumbs: Crumb[];
  children: ReactNode;
}

export function PersonFrame({ networks, crumbs, children }: PersonFrameProps) {
  const t = useT("networks");
  const frame = useT("frame");
  const account = useAccountMenu();
  const { person } = useReader();
  // Of no network: what concerns oneself alone, as a notice at which the bell counts on.
  useLiveNetwork(null, "");
  const only = networks.length === 1 ? networks[0] : undefined;
  return (
    <Frame
      home={only ? `/networks/${only.slug}` : "/networks"}
      destinations={[
        { key: "week", label: frame("rail.week"), to: "/week" },
        ...(networks.some(({ roles }) => roles?.includes("observer"))
          ? [{ key: "portfolio", label: frame("rail.portfolio"), to: "/portfolio" }]
          : []),
        ...networks.map(({ slug, name }) => ({ key: slug, label: name, to: `/networks/${slug}` })),
        ...(person?.administration
          ? [{ key: "administration", label: person.administration, to: "/administration" }]
          : []),
      ]}
      crumbs={[{ label: t("list.title"), to: "/networks" }, ...crumbs]}
      search="/search"
      account={account}
    >
      {children}
    </Frame>
  );
}
