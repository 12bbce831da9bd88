// What an administrator can do about an account, each with what will follow from it.
import { Form, useNavigation } from "@remix-run/react";
import type { AccountView } from "~/domain/accounts/administration.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";

export const accountOrders = ["deactivate", "reactivate", "make", "unmake"] as const;

export type AccountOrder = (typeof accountOrders)[number];

/** Only what can be done: nobody deactivates their own account, and a deactivated one is made no administrator. */
function ordersFor({ isSelf, isAdministrator, deactivatedAt }: AccountView): AccountOrder[] {
  const orders: AccountOrder[] = [];
  if (isAdministrator) orders.push("unmake");
  else if (!deactivatedAt) orders.push("make");
  if (deactivatedAt) orders.push("reactivate");
  else if (!isSelf) orders.push("deactivate");
  return orders;
}

export function AccountOrders({ account }: { account: AccountView }) {
  return ordersFor(account).map((order) => <Order key={order} order={order} account={account} />);
}

function Order({ order, account }: { order: AccountOrder; account: AccountView }) {
  const t = useT("administration");
  const isBusy = useNavigation().formData?.get("intent") === order;
  const { name, isSelf } = account;
  const isGrave = order === "deactivate" || order === "unmake";
  const title = `${order}-title`;
  return (
    <section aria-labelledby={title} className="border-t border-line pt-8">
      <h2 id={title} className="text-section">
        {t(`account.${order}.title`)}
      </h2>
      <p className="mt-1 mb-4 max-w-[60ch] text-quiet">
        {order === "unmake" && isSelf ? t("account.unmake.leadSelf") : t(`account.${order}.lead`, { name })}
      </p>
      <Form method="post" preventScrollReset>
        <Button weight={isGrave ? "grave" : "plain"} name="intent" value={order} isBusy={isBusy}>
          {t(`account.${order}.button`)}
        </Button>
      </Form>
    </section>
  );
}
