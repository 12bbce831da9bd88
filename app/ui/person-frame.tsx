// The frame around screens that belong to a person rather than to a network.
import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { useLiveNetwork } from "~/realtime/use-live-network";
import type { Crumb } from "./breadcrumb";
import { Frame } from "./frame";
import { useAccountMenu } from "./use-account-menu";
import { useReader } from "./use-reader";

interface PersonFrameProps {
  networks: Array<{ slug: string; name: string }>;
  crumbs: Crumb[];
  children: ReactNode;
}

export function PersonFrame({ networks, crumbs, children }: PersonFrameProps) {
  const t = useT("networks");
  const account = useAccountMenu();
  const { person } = useReader();
  // Of no network: what concerns oneself alone, as a notice at which the bell counts on.
  useLiveNetwork(null, "");
  const only = networks.length === 1 ? networks[0] : undefined;
  return (
    <Frame
      home={only ? `/networks/${only.slug}` : "/networks"}
      destinations={[
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
