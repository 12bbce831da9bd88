// How a network comes to be: an administrator creates it, and may name who leads it.
import { slug as readable } from "~/text/slug";
import { now } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { change } from "../activity/activities.server";
import type { Audience } from "../activity/activity";
import { invalid } from "../refusal";
import { dayOf } from "./calendar-day";
import { institutionAt } from "./cities.server";
import type { CreateNetwork } from "./network-orders";

/**
 * Creates a network at an address made from its name; with a lead partner where a city is named, and with its person where an
 * account is. `id` comes from the form, so that one sent twice creates one. Refuses `not-found` whoever is no administrator,
 * `invalid` an address without an account.
 */
export async function createNetwork(
  own: SignedIn,
  order: CreateNetwork,
  id = newId(),
): Promise<{ id: string; slug: string }> {
  demandAdministrator(own);
  return change(async (transaction, record) => {
    const existing = await transaction.network.findUnique({
      where: { id },
      select: { id: true, slug: true },
    });
    if (existing) return existing;
    const at = now();
    const { name, type, programme, theme, startsOn, endsOn, leadEmail } = order;
    const slug = await freeSlug(transaction, name);
    const leader = leadEmail === "" ? null : await personAt(transaction, leadEmail);
    await transaction.network.create({
      data: { id, slug, name, type, programme, theme, startsOn, endsOn, createdAt: at },
    });
    let partnershipId: string | undefined;
    if (order.city !== "") {
      partnershipId = newId();
      await transaction.partnership.create({
        data: {
          id: partnershipId,
          networkId: id,
          institutionId: await institutionAt(transaction, order),
          role: "lead-partner",
          since: startsOn ?? dayOf(at),
        },
      });
    }
    if (leader && partnershipId)
      await transaction.membership.create({
        data: {
          id: newId(),
          networkId: id,
          personId: leader.id,
          partnershipId,
          role: "lead-partner",
          since: at,
        },
      });
    const audience: Audience[] = [{ room: "network", networkId: id }];
    if (leader) audience.push({ room: "person", personId: leader.id });
    await record({
      kind: "network-created",
      personId: own.person.id,
      networkId: id,
      partnershipId,
      subjectId: id,
      after: { title: name, slug, leadPartner: leader?.id ?? null },
      audience,
    });
    return { id, slug };
  });
}

async function freeSlug(transaction: Transaction, name: string): Promise<string> {
  const base = readable(name) || "network";
  const taken = await transaction.network.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`;
    if (!slugs.has(slug)) return slug;
  }
}

async function personAt(transaction: Transaction, email: string): Promise<{ id: string }> {
  const person = await transaction.person.findUnique({
    where: { email },
    select: { id: true, deactivatedAt: true },
  });
  if (!person || person.deactivatedAt) throw invalid("leadEmail", "noAccount");
  return person;
}
