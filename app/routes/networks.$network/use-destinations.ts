// The parts of a network as the rail and the palette name them, and in which of them one is.
import { useLocation, useMatches } from "@remix-run/react";
import { documentKinds, type DocumentKind } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { placeOfKind } from "~/ui/document-places";
import type { Destination } from "~/ui/frame-rail";

/** What the reader may set or see, of what not everybody may. */
interface Sees {
  maySet: boolean;
  seesDeliverables: boolean;
}

export function useDestinations(home: string, { maySet, seesDeliverables }: Sees): Destination[] {
  const t = useT("frame");
  const { pathname, search } = useLocation();
  const screen = useMatches().at(-1)?.data as { document?: { kind?: DocumentKind } } | undefined;
  const isAmongDocuments = pathname.startsWith(`${home}/documents`);
  const asked = new URLSearchParams(search).get("kind");
  const kind = screen?.document?.kind ?? documentKinds.find((known) => known === asked);
  const here = isAmongDocuments ? placeOfKind(kind).word : undefined;
  const ofDocuments = (kind?: DocumentKind) => {
    const { word, path } = placeOfKind(kind);
    return { key: word, label: t(`rail.${word}`), to: `${home}${path}`, isCurrent: here === word };
  };
  return [
    { key: "week", label: t("rail.week"), to: "/week" },
    { key: "home", label: t("rail.home"), to: home, isExact: true },
    ofDocuments("action-plan"),
    ofDocuments("good-practice"),
    ofDocuments("visit-note"),
    ofDocuments(),
    { key: "remarks", label: t("rail.remarks"), to: `${home}/remarks` },
    { key: "tasks", label: t("rail.tasks"), to: `${home}/tasks` },
    { key: "phases", label: t("rail.phases"), to: `${home}/phases` },
    ...(seesDeliverables
      ? [{ key: "deliverables", label: t("rail.deliverables"), to: `${home}/deliverables` }]
      : []),
    { key: "people", label: t("rail.people"), to: `${home}/people` },
    { key: "partners", label: t("rail.partners"), to: `${home}/partners` },
    { key: "activity", label: t("rail.activity"), to: `${home}/activity` },
    ...(maySet ? [{ key: "settings", label: t("rail.settings"), to: `${home}/settings` }] : []),
  ];
}
