// Accepting an invitation: by somebody new, who gets an account with it, or by whoever has the account of its address.
import { now } from "~/platform/clock";
import { database, type Transaction } from "~/platform/db.server";
import type { Reader } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { isRole, type Role } from "../access/role";
import { chargeToken, forgiveToken } from "../accounts/limits.server";
import { hashOfPassword } from "../accounts/passwords.server";
import { insertPerson } from "../accounts/people.server";
import { signIn, type Caller, type SignedIn } from "../accounts/sessions.server";
import { change, type NewActivity } from "../activity/activities.server";
import { conflict, forbidden, invalid, notFound, refusalIn } from "../refusal";
import { dayOf } from "./calendar-day";
import type { AcceptAsNew } from "./invitation-orders";
import { partnershipIdsIn, stateOf, type InvitationState } from "./invitation";
import { hashOfToken } from "./invitation-tokens.server";
import { leading } from "./membership-rows.server";
import { offeredStill } from "./offered-still.server";
import { citiesOfRole, readPlaces } from "./places.server";

/**
 * How an offer stands for the one who holds its link; "over": its partner, group or role has ended, or its sender may not offer it any
 * more; "closed": its network has.
 */
export type Standing = InvitationState | "over" | "closed";

export interface Offer {
  standing: Standing;
  /** Whoever looks at it has accepted it, and is signed in. */
  isOwn: boolean;
  network: string;
  /** Somebody who can sign in leads the network now; otherwise whom to ask is an administrator. */
  isLed: boolean;
  language: string;
  /** Only of an open one. */
  open: {
    email: string;
    name: string;
    inviter: string;
    role: Role;
    cities: string[];
    until: string | null;
    expiresAt: Date;
    /** Who looks at it: nobody signed in, the one invited, or somebody else. */
    viewer: "nobody" | "invited" | "other";
  } | null;
}

/**
 * What the link offers, and how it stands. Refuses `not-found` a token that opens nothing, also one that was replaced, and after too
 * many tries. Whether the address has an account is not told: not everybody who holds a link is the one invited.
 */
export async function readOffer(caller: Caller, own: SignedIn | null, token: string): Promise<Offer> {
  await chargeToken(caller.address).catch((refusal: unknown) => {
    throw refusalIn(refusal) ? notFound() : refusal;
  });
  const found = await findOffer(database().read, token);
  await forgiveToken(caller.address);
  const { standing, role, network, language } = found;
  const isOwn = own !== null && found.acceptedById === own.person.id;
  const at = now();
  const led = { ...leading(network.id, at), since: { lte: at } };
  const isLed = (await database().read.membership.count({ where: led })) > 0;
  const told = { standing, isOwn, network: network.name, isLed, language };
  if (standing !== "open") return { ...told, open: null };
  const places = await readPlaces(network.id);
  const isInvited = own?.person.email === found.email;
  const shownIn = own?.person.language ?? language;
  return {
    ...told,
    open: {
      email: found.email,
      name: found.name,
      inviter: found.invitedBy.name,
      role,
      cities: citiesOfRole(places, role, found.partnershipIds, shownIn),
      until: found.roleUntil && dayOf(found.roleUntil),
      expiresAt: found.expiresAt,
      viewer: !own ? "nobody" : isInvited ? "invited" : "other",
    },
  };
}

/** The language in which the holder of this link was invited; null for a token that opens nothing. */
export async function languageOfInvitation(token: string): Promise<string | null> {
  const where = { tokenHash: hashOfToken(token) };
  const found = await database().read.invitation.findUnique({ where, select: { language: true } });
  return found?.language ?? null;
}

/**
 * Makes the account of the address with this name, password and language, gives it the offered roles, and signs it in: all or
 * nothing, and once. The Set-Cookie headers are for the browser; none where signing in has to wait. Refuses `not-found` as above;
 * `conflict` an offer that does not stand open; `invalid` an address that has an account.
 */
export async function acceptAsNew(
  caller: Caller,
  token: string,
  order: AcceptAsNew,
): Promise<{ slug: string; setCookies: string[] }> {
  await chargeToken(caller.address);
  demandOpen(await findOffer(database().read, token));
  await forgiveToken(caller.address);
  const { name, password, language } = order;
  const passwordHash = await hashOfPassword(password);
  const { slug, email } = await change(async (transaction, record) => {
    const offer = await findOffer(transaction, token);
    demandOpen(offer);
    const where = { email: offer.email };
    if (await transaction.person.findUnique({ where, select: { id: true } }))
      throw invalid("form", "hasAccount");
    const { id } = await insertPerson(transaction, { name, email: offer.email, passwordHash, language });
    await record({ kind: "person-created", personId: id, subjectId: id, audience: [] });
    await join(transaction, record, offer, id);
    return { slug: offer.network.slug, email: offer.email };
  });
  const { setCookies } = await signIn(caller, { email, password }).catch((thrown: unknown) => {
    if (!refusalIn(thrown)) throw thrown;
    return { setCookies: [] };
  });
  return { slug, setCookies };
}

/**
 * Gives the offered roles to the signed-in person, once; what they hold already is left as it is. Refuses `not-found` as above;
 * `forbidden` somebody else than the one invited; `conflict` an offer that does not stand open.
 */
export async function acceptAs(caller: Caller, own: SignedIn, token: string): Promise<{ slug: string }> {
  await chargeToken(caller.address);
  const { id: personId, email } = own.person;
  const slug = await change(async (transaction, record) => {
    const offer = await findOffer(transaction, token);
    if (offer.email !== email) throw forbidden();
    // Pressed twice: the first has done it.
    if (offer.acceptedById === personId) return offer.network.slug;
    demandOpen(offer);
    await join(transaction, record, offer, personId);
    return offer.network.slug;
  });
  await forgiveToken(caller.address);
  return { slug };
}

type FoundOffer = Awaited<ReturnType<typeof findOffer>>;

async function findOffer(reader: Reader, token: string) {
  const row = await reader.invitation.findUnique({
    where: { tokenHash: hashOfToken(token) },
    include: {
      network: { select: { id: true, slug: true, name: true, state: true } },
      localGroup: { select: { endedAt: true } },
      invitedBy: { select: { name: true } },
    },
  });
  if (!row || !isRole(row.role)) throw notFound();
  const partnershipIds = partnershipIdsIn(row.partnerships);
  const at = now();
  const current = await reader.partnership.count({
    where: {
      id: { in: partnershipIds },
      networkId: row.networkId,
      OR: [{ until: null }, { until: { gte: dayOf(at) } }],
    },
  });
  const isOver =
    current < partnershipIds.length ||
    (row.localGroup?.endedAt ?? null) !== null ||
    !(await offeredStill(reader, row.networkId, [row])).has(row.id) ||
    (row.roleUntil !== null && row.roleUntil <= at);
  const state = stateOf(row, at);
  const ended: Standing = row.network.state !== "open" ? "closed" : isOver ? "over" : "open";
  return { ...row, role: row.role, partnershipIds, standing: state === "open" ? ended : state };
}

function demandOpen({ standing }: FoundOffer): void {
  if (standing !== "open") throw conflict();
}

async function join(
  transaction: Transaction,
  record: (activity: NewActivity) => Promise<void>,
  { id, networkId, role, partnershipIds, localGroupId, roleUntil }: FoundOffer,
  personId: string,
): Promise<void> {
  const at = now();
  await transaction.invitation.update({ where: { id }, data: { acceptedAt: at, acceptedById: personId } });
  for (const partnershipId of partnershipIds.length > 0 ? partnershipIds : [null]) {
    const role_ = { networkId, personId, role, partnershipId, localGroupId };
    const lasts = roleUntil === null ? [{ until: null }] : [{ until: null }, { until: { gte: roleUntil } }];
    const held = await transaction.membership.findFirst({
      where: { ...role_, since: { lte: at }, OR: lasts },
      select: { id: true },
    });
    if (!held)
      await transaction.membership.create({ data: { id: newId(), ...role_, since: at, until: roleUntil } });
  }
  await record({
    kind: "member-joined",
    personId,
    networkId,
    subjectId: personId,
    ...(partnershipIds[0] === undefined ? {} : { partnershipId: partnershipIds[0] }),
    after: { role, partnershipIds },
    audience: [
      { room: "network", networkId },
      { room: "person", personId },
    ],
  });
}
