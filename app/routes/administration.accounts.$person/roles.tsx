// The roles of an account, network by network.
import type { AccountView } from "~/domain/accounts/administration.server";
import { useT } from "~/i18n/use-t";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function Roles({ account }: { account: AccountView }) {
  const t = useT("administration", "frame");
  const format = useFormat();
  const roles = account.isAdministrator ? [t("frame:role.administrator")] : [];
  return (
    <section aria-labelledby="roles-title">
      <h2 id="roles-title" className="text-section">
        {t("account.roles")}
      </h2>
      <p className="mt-1 mb-4 text-quiet">{t("account.rolesWho")}</p>
      {account.roles.length + roles.length === 0 ? (
        <p>{t("accounts.noRole")}</p>
      ) : (
        <RowList labelledBy="roles-title">
          {roles.map((role) => (
            <Row key={role} title={role} />
          ))}
          {account.roles.map(({ role, city, network, until }) => {
            const word = t(`frame:role.${role}`);
            const named = city ? t("frame:roleOfCity", { role: word, city }) : word;
            return (
              <Row
                key={`${network} ${role} ${city}`}
                title={until ? t("accounts.roleUntil", { role: named, date: format.date(until) }) : named}
                below={<span className="text-quiet">{network}</span>}
              />
            );
          })}
        </RowList>
      )}
    </section>
  );
}
