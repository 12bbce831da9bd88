// The use-cases of invitations: make one, send it anew, withdraw it, list them.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { asWhileOpen, type Member } from "../access/member";
import { isRole, type Role } from "../access/role";
import type { SignedIn } from "../accounts/sessions.server";
import { change, type NewActivity } from "../activity/activities.server";
import { conflict, forbidden, invalid, notFound } from "../refusal";
import { dayOf, endOfDay } from "./calendar-day";
import type { InviteLeadPartner, InviteMember } from "./invitation-orders";
import { mayOffer, mayOfferAny, partnershipIdsIn, stateOf, type InvitationState } from "./invitation";
import { mailInvitation } from "./invitation-mail.server";
import { invitationLink, newToken, type NewToken } from "./invitation-tokens.server";
import { groundOf, wrongWith } from "./inviting.server";
import { leading } from "./membership-rows.server";
import { offeredStill } from "./offered-still.server";
import { citiesOfRole, readPlaces } from "./places.server";

/** An invitation just made or made anew. Its link can be shown this once: the token is kept nowhere. */
export interface MadeInvitation {
  id: string;
  email: string;
  link: string;
  /** Whether the mail was handed over. */
  isMailed: boolean;
}

/**
 * Invites somebody to a role: by mail in their language, and by the link that is answered. Refuses `forbidden` whoever may not offer
 * this role for these partners; `invalid` an ended or foreign partner, too many or none, a member of just this role, an open
 * invitation to the same. Whether the address has an account is told to nobody.
 */
export async function invite(member: Member, order: InviteMember): Promise<MadeInvitation> {
  if (!mayOffer(member, order.role, order.partnershipIds)) throw forbidden();
  const { id: networkId } = member.network;
  const token = newToken();
  const id = newId();
  await change(async (transaction, record) => {
    const wrong = wrongWith(await groundOf(transaction, networkId, [order.email]), order);
    if (wrong) throw invalid(wrong.field, wrong.wrong.key);
    await insertInvitation(transaction, { id, networkId, invitedById: member.personId }, order, token);
    await record(madeActivity(member, id, order));
  });
  return handOver(id, order.email, token);
}

/**
 * An administrator invites a lead partner of a network that nobody leads: a new one, or one whose last lead partner cannot sign in any
 * more. One open to the same address is sent anew instead. Refuses `not-found` whoever is no administrator, and no network; `invalid`
 * a network that somebody leads or will lead; `conflict` a closed one.
 */
export async function inviteLeadPartner(
  own: SignedIn,
  networkId: string,
  order: InviteLeadPartner,
): Promise<MadeInvitation> {
  if (!own.person.isAdministrator) throw notFound();
  const token = newToken();
  const id = await change(async (transaction, record) => {
    const network = await transaction.network.findUnique({
      where: { id: networkId },
      select: { state: true },
    });
    if (!network) throw notFound();
    if (network.state !== "open") throw conflict();
    if ((await transaction.membership.count({ where: leading(networkId, now()) })) > 0)
      throw invalid("form", "hasLeadPartner");
    const offered = { role: "lead-partner" as const, partnershipIds: [], localGroupId: null, until: null };
    const open = await transaction.invitation.findFirst({
      where: { networkId, email: order.email, role: offered.role, acceptedAt: null, revokedAt: null },
      select: { id: true },
    });
    const by = { personId: own.person.id, network: { id: networkId } };
    if (open) {
      await renew(transaction, open.id, own.person.id, token);
      await record(invitationActivity(by, "invitation-resent", open.id, { ...order, ...offered }));
      return open.id;
    }
    const made = newId();
    const row = { id: made, networkId, invitedById: own.person.id };
    await insertInvitation(transaction, row, { ...order, ...offered }, token);
    await record(madeActivity(by, made, { ...order, ...offered }));
    return made;
  });
  return handOver(id, order.email, token);
}

/**
 * Makes a new link and mails it; the former one opens nothing any more, and the member is its sender. Refuses `not-found` what the member may not offer; `conflict`
 * an accepted or withdrawn one; `invalid` an offer that can no longer be kept, as of a partner that has left.
 */
export async function resendInvitation(member: Member, id: string): Promise<MadeInvitation> {
  const token = newToken();
  const email = await change(async (transaction, record) => {
    const row = await ownInvitation(transaction, member, id);
    if (row.state === "accepted" || row.state === "revoked") throw conflict();
    const ground = await groundOf(transaction, member.network.id, [row.email], id);
    const until = row.roleUntil && dayOf(row.roleUntil);
    const wrong = wrongWith(ground, { ...row, until });
    if (wrong) throw invalid("form", wrong.field === "email" ? wrong.wrong.key : "offerOver");
    await renew(transaction, id, member.personId, token);
    await record(invitationActivity(member, "invitation-resent", id, row));
    return row.email;
  });
  return handOver(id, email, token);
}

/** Withdraws an invitation: its link opens nothing any more. Twice is once. Refuses `not-found` as above; `conflict` an accepted one. */
export async function revokeInvitation(member: Member, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const row = await ownInvitation(transaction, member, id);
    if (row.state === "accepted") throw conflict();
    if (row.state === "revoked") return;
    await transaction.invitation.update({ where: { id }, data: { revokedAt: now() } });
    await record(invitationActivity(member, "invitation-revoked", id, row));
  });
}

export interface InvitationView {
  id: string;
  email: string;
  name: string;
  role: Role;
  cities: string[];
  localGroup: string | null;
  language: string;
  /** The last day of the role. */
  until: string | null;
  state: InvitationState;
  invitedBy: string;
  /** Open, but its sender may not offer it any more: the link opens nothing until somebody sends it anew. */
  isLeftBehind: boolean;
  createdAt: Date;
  /** When its latest mail was handed over; null: not yet, or it failed. */
  sentAt: Date | null;
  expiresAt: Date;
  accepted: { by: string; at: Date } | null;
}

/**
 * The invitations that the member may offer (in a network that is closed or archived: might, were it open), the open ones first, then
 * the latest. Refuses `forbidden` whoever may offer none.
 */
export async function listInvitations(member: Member): Promise<InvitationView[]> {
  const reader = asWhileOpen(member);
  if (!mayOfferAny(reader)) throw forbidden();
  const at = now();
  const rows = await database().read.invitation.findMany({
    where: { networkId: member.network.id },
    include: {
      invitedBy: { select: { name: true } },
      acceptedBy: { select: { name: true } },
      localGroup: { select: { name: true } },
    },
    orderBy: { createdAt: "desc" },
  });
  const places = await readPlaces(member.network.id);
  const standing = await offeredStill(database().read, member.network.id, rows);
  const views = rows.flatMap((row): InvitationView[] => {
    const { id, email, name, role, language, roleUntil, createdAt, sentAt, expiresAt, acceptedAt } = row;
    const partnershipIds = partnershipIdsIn(row.partnerships);
    if (!isRole(role) || !mayOffer(reader, role, partnershipIds)) return [];
    const state = stateOf(row, at);
    return [
      {
        ...{ id, email, name, role, language, createdAt, sentAt, expiresAt },
        cities: citiesOfRole(places, role, partnershipIds, member.language),
        localGroup: row.localGroup?.name ?? null,
        until: roleUntil && dayOf(roleUntil),
        state,
        isLeftBehind: state === "open" && !standing.has(id),
        invitedBy: row.invitedBy.name,
        accepted: acceptedAt && { by: row.acceptedBy?.name ?? "", at: acceptedAt },
      },
    ];
  });
  const rank = ({ state }: InvitationView) => (state === "open" ? 0 : 1);
  return views.sort((one, other) => rank(one) - rank(other));
}

/** Writes an invitation that was judged. */
export async function insertInvitation(
  transaction: Transaction,
  row: { id: string; networkId: string; invitedById: string },
  { email, name, role, partnershipIds, localGroupId, language, until }: InviteMember,
  { tokenHash, expiresAt }: NewToken,
): Promise<void> {
  await transaction.invitation.create({
    data: {
      ...row,
      ...{ email, name, role, localGroupId, language, tokenHash, expiresAt },
      partnerships: partnershipIds,
      roleUntil: until === null ? null : endOfDay(until),
      createdAt: now(),
    },
  });
}

type Inviter = Pick<Member, "personId"> & { network: Pick<Member["network"], "id"> };
type Told = Pick<InviteMember, "email" | "role" | "partnershipIds">;

/** What is kept of a new invitation, for those who manage members. */
export const madeActivity = (by: Inviter, id: string, told: Told) =>
  invitationActivity(by, "member-invited", id, told);

function invitationActivity(
  { personId, network }: Inviter,
  kind: NewActivity["kind"],
  subjectId: string,
  { email, role, partnershipIds }: Told,
): NewActivity {
  return {
    kind,
    personId,
    networkId: network.id,
    subjectId,
    ...(partnershipIds[0] === undefined ? {} : { partnershipId: partnershipIds[0] }),
    after: { email, role, partnershipIds },
    audience: [{ room: "managers", networkId: network.id }],
  };
}

/** Whoever sends it anew is its sender from then on: it stands by their right. */
async function renew(
  transaction: Transaction,
  id: string,
  invitedById: string,
  { tokenHash, expiresAt }: NewToken,
): Promise<void> {
  await transaction.invitation.update({
    where: { id },
    data: { tokenHash, expiresAt, invitedById, sentAt: null },
  });
}

/** The invitation, where the member may offer the same. */
async function ownInvitation(transaction: Transaction, member: Member, id: string) {
  if (!mayOfferAny(member)) throw forbidden();
  const row = await transaction.invitation.findFirst({ where: { id, networkId: member.network.id } });
  const partnershipIds = partnershipIdsIn(row?.partnerships);
  if (!row || !isRole(row.role) || !mayOffer(member, row.role, partnershipIds)) throw notFound();
  return { ...row, role: row.role, partnershipIds, state: stateOf(row, now()) };
}

async function handOver(id: string, email: string, { token }: NewToken): Promise<MadeInvitation> {
  return { id, email, link: invitationLink(token), isMailed: await mailInvitation(id, token) };
}
