// A role that has ended, which can be given again.
import { useParams } from "@remix-run/react";
import type { PersonRole } from "~/domain/networks/roster.server";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "~/ui/link-button";
import { Row } from "~/ui/row-list";
import { useRoleWords } from "./use-role-words";

interface PastRoleProps {
  role: PersonRole;
  personId: string;
  mayGive: boolean;
}

export function PastRole({ role, personId, mayGive }: PastRoleProps) {
  const t = useT("members");
  const { network } = useParams();
  const { name, period } = useRoleWords()(role);
  const search = new URLSearchParams({ person: personId, role: role.role });
  if (role.partnershipId) search.set("city", role.partnershipId);
  return (
    <Row
      title={<span className="font-normal">{name}</span>}
      below={<span className="text-small text-quiet">{period}</span>}
      side={
        mayGive ? (
          <LinkButton
            size="small"
            to={`/networks/${network}/people/new?${search}`}
            aria-label={t("person.againNamed", { role: name })}
          >
            {t("person.again")}
          </LinkButton>
        ) : null
      }
    />
  );
}
