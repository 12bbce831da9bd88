// One account as administrators see it: who it is, which roles it has, and what they can do about it.
import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { z } from "zod";
import { networksOf } from "~/domain/access/members.server";
import { ChangeAddress } from "~/domain/accounts/account-orders";
import { changeAddress } from "~/domain/accounts/addresses.server";
import { makeAdministrator, readAccount, unmakeAdministrator } from "~/domain/accounts/administration.server";
import { demandAdministrator } from "~/domain/accounts/administrator";
import { deactivatePerson, reactivatePerson } from "~/domain/accounts/deactivation.server";
import { on } from "~/http/form.server";
import { personAction, personLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { FactsLine } from "~/ui/facts-line";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { PersonFrame } from "~/ui/person-frame";
import { titled } from "~/ui/titled";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";
import { AccountOrders, accountOrders } from "./account-orders";
import { AddressForm } from "./address-form";
import { Roles } from "./roles";

export const meta = titled;

export const loader = personLoader(async ({ own, door, param }) => {
  const account = await readAccount(own, param("person"));
  return {
    account,
    title: pageTitle(door.language, account.name),
    networks: await networksOf(own.person.id, door.memberships()),
  };
});

export const action = personAction(({ own, param }) => {
  demandAdministrator(own);
  const nothing = z.object({});
  const id = param("person");
  const done = (what: string) => redirect(`/administration/accounts/${id}?done=${what}`);
  return {
    deactivate: on(nothing, async () => {
      await deactivatePerson(own, id);
      return done("deactivate");
    }),
    reactivate: on(nothing, async () => {
      await reactivatePerson(own, id);
      return done("reactivate");
    }),
    make: on(nothing, async () => {
      await makeAdministrator(own, id);
      return done("make");
    }),
    unmake: on(nothing, async () => {
      await unmakeAdministrator(own, id);
      // Whoever gave the rights up themselves may not see this page any more.
      return id === own.person.id ? redirect("/networks") : done("unmake");
    }),
    address: on(ChangeAddress, async (order) => {
      await changeAddress(own, id, order);
      // Whoever changed their own is signed out by that.
      return id === own.person.id ? redirect("/sign-in") : done("address");
    }),
  };
});

export default function Account() {
  const t = useT("administration", "upkeep");
  const format = useFormat();
  const { account, networks } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = useSearchParams()[0].get("done");
  const order = accountOrders.find((known) => known === said);
  const done = order ? t(`account.done.${order}`) : said === "address" && t("upkeep:address.done");
  const { name, email, createdAt, deactivatedAt, lastSeen } = account;
  const facts = [
    { key: "address", name: t("account.address"), value: <span className="break-all">{email}</span> },
    {
      key: "state",
      name: t("account.state"),
      value: deactivatedAt
        ? t("account.deactivatedOn", { date: format.date(deactivatedAt) })
        : t("account.active"),
    },
    { key: "since", value: t("account.since", { date: format.date(createdAt) }) },
    {
      key: "seen",
      value: lastSeen ? t("accounts.lastSeen", { date: format.date(lastSeen) }) : t("accounts.notSeen"),
    },
  ];
  const crumbs = [{ label: t("title"), to: "/administration" }, { label: name }];
  return (
    <PersonFrame networks={networks} crumbs={crumbs}>
      <div className="page page-narrow grid gap-10">
        <div>
          <PageHeader title={name} facts={<FactsLine label={t("account.facts")} facts={facts} />} />
          {done && !answer ? (
            <Notice tone="ok" announce="politely">
              {done}
            </Notice>
          ) : null}
          {answer?.conflict ? <Notice announce="politely">{t("account.isNow")}</Notice> : null}
          <WrongSummary wrongs={answer?.errors} labels={{ email: t("upkeep:address.label") }} />
        </div>
        <Roles account={account} />
        <AddressForm account={account} answer={answer} />
        <AccountOrders account={account} />
      </div>
    </PersonFrame>
  );
}
