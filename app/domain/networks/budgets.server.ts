// A partner's part of the budget and who pays which share of it. What is computed is never stored.
import { newId } from "~/platform/id";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { notFound } from "../refusal";
import type { SetBudget } from "./partnership-orders";
import { cityName } from "./places.server";

/**
 * Sets the total and the sources of a partner's budget, in cents and hundredths of a per cent. Heard of only by those who see that
 * partner's money. Refuses `forbidden` all but who manage the network, `not-found` a partnership of another one.
 */
export async function setBudget(member: Member, partnershipId: string, order: SetBudget): Promise<void> {
  demand(member, "manage-network");
  demand(member, "see-finance", partnershipId);
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const partnership = await transaction.partnership.findFirst({
      where: { id: partnershipId, networkId },
      select: {
        budget: true,
        sources: { select: { name: true, rate: true, stated: true }, orderBy: { position: "asc" } },
        institution: {
          select: { city: { select: { names: { select: { language: true, name: true, isOwn: true } } } } },
        },
      },
    });
    if (!partnership) throw notFound();
    const before = { budget: partnership.budget, sources: partnership.sources };
    const after = {
      budget: order.budget,
      sources: order.sources.map(({ name, rate, stated }) => ({ name, rate, stated })),
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await transaction.budgetSource.deleteMany({ where: { partnershipId } });
    await transaction.partnership.update({
      where: { id: partnershipId },
      data: {
        budget: order.budget,
        sources: {
          create: after.sources.map((source, index) => ({ id: newId(), position: index + 1, ...source })),
        },
      },
    });
    await record({
      kind: "budget-changed",
      personId: member.personId,
      networkId,
      partnershipId,
      subjectId: partnershipId,
      before,
      after: { ...after, title: cityName(partnership.institution.city, "") },
      audience: [{ room: "finance", partnershipId }],
    });
  });
}
