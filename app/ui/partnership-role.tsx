// Which part a partner has in its network, to be chosen.
import { partnershipRoles } from "~/domain/networks/network";
import { useT } from "~/i18n/use-t";
import { Select } from "./select";

interface PartnershipRoleProps {
  id?: string;
  error?: string;
  defaultValue?: string;
}

export function PartnershipRoleField({
  id = "role",
  error,
  defaultValue = "project-partner",
}: PartnershipRoleProps) {
  const t = useT("setup", "networks");
  return (
    <Select
      id={id}
      name="role"
      label={t("partner.role")}
      options={partnershipRoles.map((value) => ({ value, label: t(`networks:partnership.${value}`) }))}
      error={error}
      defaultValue={defaultValue}
    />
  );
}
