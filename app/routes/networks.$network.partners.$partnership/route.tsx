// One partnership: its facts and dates, its money for whom it is meant, and for who manages the network the forms that change it.
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/ui/use-answer";
import { can } from "~/domain/access/member";
import { setBudget } from "~/domain/networks/budgets.server";
import { changeCity, citiesToChoose } from "~/domain/networks/cities.server";
import { changePartnership, endPartnership, replacePartnership } from "~/domain/networks/partnering.server";
import {
  ChangeCity,
  ChangePartnership,
  EndPartnership,
  ReplacePartnership,
  SetBudget,
} from "~/domain/networks/partnership-orders";
import { readPartnership } from "~/domain/networks/partnerships.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { newId } from "~/platform/id";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { BudgetForm } from "./budget-form";
import { CitySection } from "./city-section";
import { FactsForm } from "./facts-form";
import { LeavingForms } from "./leaving-forms";
import { MoneySection } from "./money-section";
import { PartnerHeader } from "./partner-header";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    { label: t("rail.partners"), to: `${network}/partners` },
    { label: (data as { partnership: { city: string } }).partnership.city },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const partnership = await readPartnership(member, param("partnership"));
  return {
    title: pageTitle(member.language, partnership.city, member.network.name),
    partnership,
    cities: can(member, "manage-network") ? await citiesToChoose(member) : [],
    nextId: newId(),
  };
});

export const action = memberAction(({ member, param }) => {
  const id = param("partnership");
  return {
    change: on(ChangePartnership, (order) => changePartnership(member, id, order)),
    budget: on(SetBudget, (order) => setBudget(member, id, order)),
    city: on(ChangeCity, (order) => changeCity(member, id, order)),
    end: on(EndPartnership, (order) => endPartnership(member, id, order)),
    replace: on(ReplacePartnership, async (order) => {
      const next = await replacePartnership(member, id, order);
      return redirect(`/networks/${member.network.slug}/partners/${next.id}`);
    }),
  };
});

export default function Partner() {
  const { partnership, cities, nextId } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { id, mayManage, money } = partnership;
  return (
    // Another partner's forms are others: what was typed in these does not go along.
    <div key={id} className="page page-narrow">
      <PartnerHeader partnership={partnership} />
      {money ? <MoneySection money={money} /> : null}
      {/* Whoever lost the role while writing keeps the form, with what they typed and why it was refused. */}
      {mayManage || answer ? (
        <div className="mt-12 grid gap-3 border-t border-line pt-6">
          <BudgetForm money={money} answer={answer} />
          <FactsForm partnership={partnership} answer={answer} />
          <CitySection facts={partnership.cityFacts} answer={answer} />
          <LeavingForms partnership={partnership} cities={cities} nextId={nextId} answer={answer} />
        </div>
      ) : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
