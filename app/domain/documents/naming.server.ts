// Naming people on a document as readers, commenters or writers, and taking that back: it holds at once, on open pages and sockets too.
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { mayShare, sharedDocument, writesWhenNamed } from "../access/document-texts";
import type { HeldRole, Member } from "../access/member";
import { isRole } from "../access/role";
import { visibleDocuments } from "../access/visible-to.server";
import { change, tellRolesChanged, type NewActivity } from "../activity/activities.server";
import { forbidden, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import type { NamePerson, UnnamePerson } from "./naming-orders";

/**
 * Names somebody who holds a role in the network now, or changes as what they are named. Refuses `not-found` whoever does not read
 * the document, `forbidden` whoever does not decide who does, and everybody in a closed network; `invalid` a person who is nobody
 * here (any more), a lead partner as a writer of a city's plan, and whoever began the document and is named on it by that.
 */
export async function namePerson(member: Member, documentId: string, order: NamePerson): Promise<void> {
  const { personId, level } = order;
  const isDone = await change(async (transaction, record) => {
    const document = await decidable(transaction, member, documentId);
    const roles = await rolesNow(transaction, member, personId);
    if (roles.length === 0) throw invalid("personId", "sharing:wrong.notAMember");
    if (level === "writer" && !writesWhenNamed({ roles }, document))
      throw invalid("level", "sharing:wrong.neverWritesPlans");
    const before = document.named.find((one) => one.personId === personId);
    if (before?.level === level) return false;
    refuseBeginner(member, document, before);
    const named = { level, namedById: member.personId, at: now() };
    await transaction.naming.upsert({
      where: { documentId_personId: { documentId, personId } },
      update: named,
      create: { documentId, personId, networkId: member.network.id, ...named },
    });
    await record({
      ...happened(member, "document-named", document, personId),
      before: { level: before?.level ?? null },
      after: { level },
    });
    return true;
  });
  if (isDone) tellRolesChanged(personId);
}

/** Takes back that somebody is named, whoever they are by now. Refuses as `namePerson` does; where nobody is named, nothing happens. */
export async function unnamePerson(
  member: Member,
  documentId: string,
  { personId }: UnnamePerson,
): Promise<void> {
  const isDone = await change(async (transaction, record) => {
    const document = await decidable(transaction, member, documentId);
    const before = document.named.find((one) => one.personId === personId);
    if (!before) return false;
    refuseBeginner(member, document, before);
    await transaction.naming.delete({ where: { documentId_personId: { documentId, personId } } });
    await record({
      ...happened(member, "document-unnamed", document, personId),
      before: { level: before.level },
      after: { level: null },
    });
    return true;
  });
  if (isDone) tellRolesChanged(personId);
}

type Decided = Awaited<ReturnType<typeof decidable>>;

async function decidable(transaction: Transaction, member: Member, id: string) {
  const document = await transaction.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      kind: true,
      createdById: true,
      named: { select: { personId: true, level: true, namedById: true } },
    },
  });
  if (!document) throw notFound();
  if (!mayShare(member, document)) throw forbidden();
  return document;
}

/** What the person holds in the network now; a deactivated account holds nothing. */
async function rolesNow(transaction: Transaction, member: Member, personId: string): Promise<HeldRole[]> {
  const at = now();
  const held = await transaction.membership.findMany({
    where: {
      networkId: member.network.id,
      personId,
      since: { lte: at },
      OR: [{ until: null }, { until: { gt: at } }],
      person: { deactivatedAt: null },
    },
    select: { role: true, partnershipId: true },
  });
  return held.flatMap(({ role, partnershipId }) => (isRole(role) ? [{ role, partnershipId }] : []));
}

/** Nobody takes a note from the expert who began it; they may leave it themselves, once somebody else decides about it. */
function refuseBeginner(
  member: Member,
  document: Decided,
  named: Decided["named"][number] | undefined,
): void {
  const isBeginner = named?.personId === document.createdById && named.namedById === named.personId;
  if (!isBeginner) return;
  if (member.personId !== named.personId) throw invalid("form", "sharing:wrong.beganIt");
  if (document.visibility === "private") throw invalid("form", "sharing:wrong.ownPrivate");
}

/** Whoever may know who reads the document hears of it; so does the person. */
function happened(
  member: Member,
  kind: NewActivity["kind"],
  document: Decided,
  personId: string,
): NewActivity {
  const others = document.named.filter((one) => one.personId !== personId);
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    documentId: document.id,
    subjectId: personId,
    audience: audienceOf({ ...document, named: [...others, { personId }] }, "working"),
  };
}
