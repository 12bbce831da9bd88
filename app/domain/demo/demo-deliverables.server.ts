// Writes what a demo network owes: the default set of its type, by the rows of which a lead partner's order begins with it, and what
// became of each partner's.
import { translate } from "~/i18n/translate.server";
import type { Transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import type { ActivityRow } from "../activity/chain.server";
import { defaultDeliverables, defaultRows } from "../deliverables/default-deliverables";
import type { DemoNetwork } from "./demo";
import { owedRows } from "./demo-deliverable-rows.server";
import type { WrittenDocuments } from "./demo-documents.server";
import { idOf } from "./demo";
import { timeOf } from "./demo-told.server";

/** Writes it all at once; answers what happened, in no order. */
export async function insertDeliverables(
  transaction: Transaction,
  { type, phases, partners, deliverables: { begunOn, owed } }: DemoNetwork,
  written: WrittenDocuments,
): Promise<ActivityRow[]> {
  const { ids } = written;
  const { networkId } = ids;
  const leader = partners[0]?.city ?? "";
  const t = translate("en");
  const phaseIds = phases.map(({ name }) => idOf(ids.phases, name));
  const createdAt = timeOf(begunOn, 0);
  const asked = defaultRows({ id: networkId, type, phaseIds }, { first: 1, createdAt }, (key) =>
    t(`deliverables:template.${key}`),
  );
  await transaction.deliverable.createMany({ data: asked });
  const byKey = new Map(
    defaultDeliverables[type].flatMap(({ phase, key }, at) => {
      const row = asked[at];
      return row ? [[`${phase} ${key}`, row] as const] : [];
    }),
  );
  const rows = owed.map((one) => {
    const of = byKey.get(`${one.phase} ${one.of}`);
    if (!of) throw new Error(`The demo data name ${one.of} of phase ${one.phase}, which is not owed.`);
    return owedRows(one, of, { written, leader });
  });
  await transaction.partnerDeliverable.createMany({ data: rows.map(({ cell }) => cell) });
  await transaction.deliverableStep.createMany({ data: rows.flatMap(({ steps }) => steps) });
  await transaction.namedVersion.createMany({
    data: sealedOnce(
      rows.flatMap(({ seals }) => seals),
      written,
    ),
  });
  const added = asked.map(({ id, title }): ActivityRow => ({
    kind: "deliverable-added",
    ...{ networkId, personId: idOf(ids.people, leader), reach: "network", subjectId: id },
    ...{ after: { title }, at: createdAt },
  }));
  return [...added, ...rows.flatMap(({ happened }) => happened)];
}

/** A version is locked once, whether it was named before or handed in several times. */
function sealedOnce(
  seals: Prisma.NamedVersionCreateManyInput[],
  { versions }: WrittenDocuments,
): Prisma.NamedVersionCreateManyInput[] {
  const keyOf = ({ documentId, revision }: Prisma.NamedVersionCreateManyInput) => `${documentId} ${revision}`;
  const locked = new Set(versions.map(keyOf));
  return seals.filter((seal) => {
    const isNew = !locked.has(keyOf(seal));
    locked.add(keyOf(seal));
    return isNew;
  });
}
