// From when something is at risk in a network: its own days, or the usual ones.
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { riskDaysOf, type RiskDays } from "./standing";

/** Sets the network's days; null: the usual ones again. Refuses `forbidden` whoever does not settle what is owed. */
export async function setRiskDays(member: Member, days: RiskDays | null): Promise<void> {
  demand(member, "manage-deliverables");
  const networkId = member.network.id;
  await change(async (transaction, record) => {
    const { riskDays } = await transaction.network.findUniqueOrThrow({
      where: { id: networkId },
      select: { riskDays: true },
    });
    const [before, after] = [riskDaysOf(riskDays), riskDaysOf(days)];
    if ((Object.keys(after) as Array<keyof RiskDays>).every((key) => before[key] === after[key])) return;
    await transaction.network.update({ where: { id: networkId }, data: { riskDays: { ...days } } });
    await record({
      ...{ kind: "deliverable-risk-days-set", personId: member.personId, networkId, subjectId: networkId },
      before: { ...before },
      after: { ...after },
      audience: [{ room: "network", networkId }],
    });
  });
}
