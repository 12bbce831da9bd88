// What is kept of partners' deliverables, read flat and of several networks at once: a portfolio has thousands of them, and asking of each
// network for its rows and for all that hangs on them was a third of its time.
import type { Reader } from "~/platform/db.server";
import type { SharedDocument } from "../access/document-texts";
import type { Ower } from "./deliverable";
import { partnershipRoles } from "../networks/network";

const [leadRole] = partnershipRoles;
const owedByAll: Ower = "partners";

export interface OwedRow {
  deliverableId: string;
  partnershipId: string;
  state: string;
  since: Date | null;
  until: string | null;
  hasWord: boolean;
  dueOn: string | null;
  notApplicable: string | null;
  documentId: string | null;
  responsible: { id: string; name: string } | null;
  /** The linked one, also where it is in the trash. */
  document: DraftRow | null;
  /** The last hand-in that stands; without a revision where a file was handed in. */
  handedIn: { id: string; revision: number | null } | null;
}

export interface DraftRow extends SharedDocument {
  updatedAt: Date;
  /** What was handed in or published without a name is sealed as well, and no version that somebody named. */
  hasNamedVersion: boolean;
}

/** As it comes; what begins with the name of a thing is null where that thing is not there. */
interface FlatRow extends Omit<OwedRow, "responsible" | "document" | "handedIn"> {
  networkId: string;
  responsibleId: string | null;
  responsibleName: string | null;
  ownerId: string | null;
  visibility: string;
  publishedVisibility: string | null;
  trashedAt: Date | null;
  updatedAt: Date;
  hasNamedVersion: number | bigint;
  stepId: string | null;
  stepRevision: number | null;
}

/**
 * Of what is or was asked for in these networks, by their ids: a day of a partner's own also moves what comes after something dropped. Everything, whoever may see it; with partners named, what decides how these stand:
 * theirs, and those of whoever owes something alone, for which all others wait.
 */
export async function readRows(
  read: Reader,
  networkIds: readonly string[],
  partnershipIds: readonly string[] | null = null,
): Promise<Map<string, OwedRow[]>> {
  const networks = JSON.stringify(networkIds);
  const found = await read.$queryRaw<FlatRow[]>`
    SELECT p.networkId, p.deliverableId, p.partnershipId, p.state, p.since, p.until, p.hasWord, p.dueOn, p.notApplicable, p.documentId,
      who.id AS responsibleId, who.name AS responsibleName,
      d.partnershipId AS ownerId, d.visibility, d.publishedVisibility, d.trashedAt, d.updatedAt,
      d.id IS NOT NULL AND EXISTS (SELECT 1 FROM NamedVersion v WHERE v.documentId = d.id AND v.name <> '') AS hasNamedVersion,
      step.id AS stepId, step.revision AS stepRevision
    FROM PartnerDeliverable p
    LEFT JOIN Person who ON who.id = p.responsibleId
    LEFT JOIN Document d ON d.id = p.documentId
    LEFT JOIN DeliverableStep step ON step.id = (
      SELECT id FROM DeliverableStep WHERE ofId = p.id AND kind = 'hand-in' AND takenBackAt IS NULL ORDER BY number DESC LIMIT 1)
    WHERE p.networkId IN (SELECT value FROM json_each(${networks})) AND (
      ${partnershipIds === null}
      OR p.partnershipId IN (SELECT value FROM json_each(${JSON.stringify(partnershipIds)}))
      OR p.partnershipId IN (
        SELECT place.id FROM Partnership place JOIN Deliverable alone ON alone.networkId = place.networkId AND alone.owedBy <> ${owedByAll}
        LEFT JOIN PartnerDeliverable begun ON begun.deliverableId = alone.id AND begun.partnershipId = place.id
        WHERE alone.networkId IN (SELECT value FROM json_each(${networks}))
          AND (place.role = ${leadRole} OR place.id = alone.partnershipId OR begun.id IS NOT NULL)))`;
  const rows = new Map<string, OwedRow[]>(networkIds.map((id) => [id, []]));
  for (const row of found) rows.get(row.networkId)?.push(rowOf(row));
  return rows;
}

/** Field by field, as thousands are made for one page. */
function rowOf(row: FlatRow): OwedRow {
  const { documentId, responsibleId, responsibleName, ownerId, stepId } = row;
  return {
    deliverableId: row.deliverableId,
    partnershipId: row.partnershipId,
    state: row.state,
    since: row.since,
    until: row.until,
    hasWord: row.hasWord,
    dueOn: row.dueOn,
    notApplicable: row.notApplicable,
    documentId,
    responsible:
      responsibleId === null || responsibleName === null
        ? null
        : { id: responsibleId, name: responsibleName },
    document: documentId === null || ownerId === null ? null : draftOf(row, documentId, ownerId),
    handedIn: stepId === null ? null : { id: stepId, revision: row.stepRevision },
  };
}

function draftOf(row: FlatRow, id: string, partnershipId: string): DraftRow {
  const { visibility, publishedVisibility, trashedAt, updatedAt } = row;
  const hasNamedVersion = Number(row.hasNamedVersion) > 0;
  return { id, partnershipId, visibility, publishedVisibility, trashedAt, updatedAt, hasNamedVersion };
}
