// Everybody who has an account, to be found by name or address, fifty on a page.
import { Form, Link } from "@remix-run/react";
import type { AccountsFound, AccountView } from "~/domain/accounts/administration.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { Button } from "~/ui/button";
import { FactsLine } from "~/ui/facts-line";
import { Field } from "~/ui/field";
import { LinkButton } from "~/ui/link-button";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

interface AccountsSectionProps {
  found: AccountsFound;
  /** What was looked for; empty: all. */
  words: string;
}

export function AccountsSection({ found, words }: AccountsSectionProps) {
  const t = useT("administration");
  const { accounts, total } = found;
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title" className="text-section">
        {t("accounts.title")}
      </h2>
      <Form method="get" role="search" className="mt-4 mb-4 flex flex-wrap items-end gap-3">
        <Field
          key={words}
          id="words"
          name="words"
          type="search"
          label={t("accounts.find")}
          frameClassName="flex-1 basis-64"
          defaultValue={words}
        />
        <Button>{t("accounts.button")}</Button>
      </Form>
      <p className="mb-2 flex flex-wrap gap-x-4 text-small text-quiet">
        <span role="status">
          {total === 0 ? t("accounts.none", { words }) : t("accounts.count", { count: total })}
        </span>
        {words === "" ? null : <Link to="?">{t("accounts.all")}</Link>}
      </p>
      {total === 0 ? null : (
        <RowList labelledBy="accounts-title">
          {accounts.map((account) => (
            <AccountRow key={account.id} {...account} />
          ))}
        </RowList>
      )}
      <Pages {...found} words={words} />
    </section>
  );
}

function AccountRow(account: AccountView) {
  const { id, name, email, colour, isSelf, isAdministrator, deactivatedAt, lastSeen, roles } = account;
  const t = useT("administration", "frame");
  const format = useFormat();
  const held = roles.map(({ role, city, network }) => {
    const word = t(`frame:role.${role}`);
    const named = city ? t("frame:roleOfCity", { role: word, city }) : word;
    return {
      key: `${network} ${role} ${city}`,
      value: t("accounts.roleInNetwork", { role: named, network }),
    };
  });
  const facts = [
    { key: "address", value: <span className="break-all">{email}</span> },
    isAdministrator && { key: "administrator", value: t("frame:role.administrator") },
    ...held,
    lastSeen !== null && {
      key: "seen",
      value: t("accounts.lastSeen", { date: format.date(lastSeen) }),
    },
  ];
  return (
    <Row
      to={`/administration/accounts/${id}`}
      title={isSelf ? `${name} (${t("accounts.you")})` : name}
      before={<Avatar name={name} colour={colour} size={36} />}
      below={<FactsLine facts={facts} />}
      side={deactivatedAt ? <span className="text-small text-quiet">{t("accounts.deactivated")}</span> : null}
    />
  );
}

function Pages({ page, pages, words }: { page: number; pages: number; words: string }) {
  const t = useT("administration");
  if (pages === 1) return null;
  const to = (at: number) => `?${new URLSearchParams({ words, page: String(at) })}`;
  return (
    <nav aria-label={t("accounts.pages")} className="mt-4 flex flex-wrap items-center gap-3">
      {page > 1 ? <LinkButton to={to(page - 1)}>{t("accounts.earlier")}</LinkButton> : null}
      <span className="text-small text-quiet">{t("accounts.page", { page, pages })}</span>
      {page < pages ? <LinkButton to={to(page + 1)}>{t("accounts.later")}</LinkButton> : null}
    </nav>
  );
}
