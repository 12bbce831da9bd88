// Removes the demo networks row by row, children first, and the places that nobody uses any more.
import type { Transaction } from "~/platform/db.server";
import { removeChain } from "../activity/chain.server";

export interface RemovedNetwork {
  id: string;
  name: string;
  /** How many rows its chain had, and the hash of the last. */
  rows: number;
  lastHash: string;
}

interface Removal {
  removed: RemovedNetwork[];
  /** Whoever held a role there: their sockets are judged afresh. */
  personIds: string[];
  /** Institutions that took part there, and the cities they are in. */
  institutionIds: string[];
  cityIds: string[];
  documentIds: string[];
}

/** Removes every demo network with all that is in it, whoever wrote it. */
export async function removeNetworks(transaction: Transaction): Promise<Removal> {
  const networks = await transaction.network.findMany({
    where: { isDemo: true },
    select: {
      id: true,
      name: true,
      documents: { select: { id: true } },
      memberships: { select: { personId: true } },
      partnerships: { select: { institution: { select: { id: true, cityId: true } } } },
    },
    orderBy: { name: "asc" },
  });
  const removed: RemovedNetwork[] = [];
  for (const { id, name } of networks) {
    const last = await transaction.activity.findFirst({
      where: { chain: id },
      select: { hash: true },
      orderBy: { position: "desc" },
    });
    const rows = await transaction.activity.count({ where: { chain: id } });
    removed.push({ id, name, rows, lastHash: last?.hash ?? "" });
    await removeNetwork(transaction, id);
  }
  const institutions = networks.flatMap(({ partnerships }) =>
    partnerships.map(({ institution }) => institution),
  );
  return {
    removed,
    personIds: networks.flatMap(({ memberships }) => memberships.map(({ personId }) => personId)),
    institutionIds: institutions.map(({ id }) => id),
    documentIds: networks.flatMap(({ documents }) => documents.map(({ id }) => id)),
    cityIds: institutions.map(({ cityId }) => cityId),
  };
}

async function removeNetwork(transaction: Transaction, networkId: string): Promise<void> {
  const ofIt = { where: { networkId } };
  await removeChain(transaction, networkId);
  await transaction.comment.deleteMany(ofIt);
  const ofItsDocuments = { where: { document: { networkId } } };
  await transaction.documentSave.deleteMany(ofItsDocuments);
  await transaction.formerMarkdown.deleteMany(ofItsDocuments);
  await transaction.followedText.deleteMany(ofItsDocuments);
  await transaction.passage.deleteMany(ofItsDocuments);
  await transaction.publication.deleteMany(ofItsDocuments);
  await transaction.namedVersion.deleteMany(ofItsDocuments);
  await transaction.readText.deleteMany(ofItsDocuments);
  await transaction.signOff.deleteMany(ofItsDocuments);
  await transaction.documentLink.deleteMany({ where: { from: { networkId } } });
  await transaction.documentTopic.deleteMany(ofIt);
  await transaction.task.deleteMany(ofItsDocuments);
  await transaction.elementMark.deleteMany(ofIt);
  await transaction.visitStatement.deleteMany(ofIt);
  await transaction.reflection.deleteMany(ofIt);
  await transaction.naming.deleteMany(ofIt);
  await transaction.template.deleteMany(ofIt);
  // With what partners did of them, and what they handed in.
  await transaction.deliverable.deleteMany(ofIt);
  await transaction.attachedFile.deleteMany(ofIt);
  await transaction.document.deleteMany(ofIt);
  await transaction.handover.deleteMany(ofIt);
  await transaction.invitation.deleteMany(ofIt);
  await transaction.membership.deleteMany(ofIt);
  await transaction.localGroup.deleteMany(ofIt);
  await transaction.partnership.deleteMany(ofIt);
  // Its phases and names go with it, as the sources of its budgets went with the partnerships.
  await transaction.network.delete({ where: { id: networkId } });
}

/** Removes these cities' institutions that take part in nothing any more, and these cities where no institution is left. */
export async function removePlaces(
  transaction: Transaction,
  institutionIds: string[],
  cityIds: string[],
): Promise<void> {
  await transaction.institution.deleteMany({
    where: {
      OR: [{ id: { in: institutionIds } }, { cityId: { in: cityIds } }],
      partnerships: { none: {} },
    },
  });
  await transaction.city.deleteMany({ where: { id: { in: cityIds }, institutions: { none: {} } } });
}
