// What administrators see of the files: how much room they take, and which are damaged. Neither what they show nor what they are called.
import { database } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";

export interface HouseFiles {
  /** Bytes that each network may have. */
  quota: number;
  networks: Array<{ id: string; name: string; files: number; bytes: number }>;
  /** Contents that are missing or altered, each once, with the networks whose files have it. */
  damaged: Array<{ hash: string; networks: string[] }>;
}

/** By network, those with files. Refuses `not-found` whoever is no administrator. */
export async function filesOfHouse(own: SignedIn): Promise<HouseFiles> {
  demandAdministrator(own);
  const { read } = database();
  const [sums, networks, damaged] = await Promise.all([
    read.attachedFile.groupBy({
      by: ["networkId"],
      where: { erasedAt: null },
      _sum: { bytes: true },
      _count: { id: true },
    }),
    read.network.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    read.fileContent.findMany({
      where: { damagedAt: { not: null } },
      select: { hash: true, file: { select: { network: { select: { name: true } } } } },
      orderBy: { damagedAt: "desc" },
    }),
  ]);
  const owners = new Map<string, Set<string>>();
  for (const { hash, file } of damaged)
    owners.set(hash, (owners.get(hash) ?? new Set()).add(file.network.name));
  return {
    quota: settings().filesQuota,
    networks: networks.flatMap(({ id, name }) => {
      const sum = sums.find(({ networkId }) => networkId === id);
      return sum ? [{ id, name, files: sum._count.id, bytes: sum._sum.bytes ?? 0 }] : [];
    }),
    damaged: [...owners].map(([hash, networks]) => ({ hash, networks: [...networks] })),
  };
}
