// The way to a new document: of the kind that is listed, or of one to choose.
import { useParams } from "@remix-run/react";
import type { DocumentKind } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { newDocumentPath } from "~/ui/document-places";
import { LinkButton } from "~/ui/link-button";

interface BeginDocumentProps {
  kind: DocumentKind | undefined;
  mayWrite: boolean;
  mayVisit: boolean;
}

export function BeginDocument({ kind, mayWrite, mayVisit }: BeginDocumentProps) {
  const t = useT("lists");
  const { network } = useParams();
  const wanted = kind ?? (mayWrite ? undefined : "visit-note");
  if (!mayWrite && !(mayVisit && wanted === "visit-note")) return null;
  return (
    <LinkButton weight="main" to={newDocumentPath(`/networks/${network}`, wanted)}>
      {wanted ? t(`new.${wanted}`) : t("newAny")}
    </LinkButton>
  );
}
