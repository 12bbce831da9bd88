// What administrators see and do of accounts: who has one, when they were last here, which roles they hold. Never what they write.
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import type { Prisma } from "~/platform/generated/client";
import { heldFor } from "../access/held-for";
import { isRole, roles, type Role } from "../access/role";
import { change } from "../activity/activities.server";
import { conflict, invalid, notFound } from "../refusal";
import { administeredAccount, doneToAccount } from "./administered.server";
import type { FindAccounts } from "./administration-orders";
import { demandAdministrator } from "./administrator";
import type { SignedIn } from "./sessions.server";

/** Accounts on one page of the list. */
export const accountsOnPage = 50;

export interface AccountView {
  id: string;
  name: string;
  email: string;
  colour: number;
  isAdministrator: boolean;
  isSelf: boolean;
  createdAt: Date;
  deactivatedAt: Date | null;
  /** To the day: when a browser of theirs that is still signed in was last in use; null where none is. */
  lastSeen: Date | null;
  /** The roles held now, network by network; the city as the reader calls it, or else as it calls itself. */
  roles: Array<{ role: Role; city: string | null; network: string; until: Date | null }>;
}

export interface AccountsFound {
  accounts: AccountView[];
  total: number;
  page: number;
  pages: number;
}

/**
 * The accounts whose name or address holds the words, by name, fifty at a time; a page after the last is the last. Refuses
 * `not-found` whoever is no administrator.
 */
export async function findAccounts(own: SignedIn, { words, page }: FindAccounts): Promise<AccountsFound> {
  demandAdministrator(own);
  const { read } = database();
  const where = holding(words);
  const total = await read.person.count({ where });
  const pages = Math.max(1, Math.ceil(total / accountsOnPage));
  const shown = Math.min(page, pages);
  const people = await read.person.findMany({
    where,
    select: columns(own.person.language),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (shown - 1) * accountsOnPage,
    take: accountsOnPage,
  });
  return { accounts: people.map((person) => viewOf(own, person)), total, page: shown, pages };
}

/** One account. Refuses `not-found` whoever is no administrator, and nobody. */
export async function readAccount(own: SignedIn, personId: string): Promise<AccountView> {
  demandAdministrator(own);
  const person = await database().read.person.findUnique({
    where: { id: personId },
    select: columns(own.person.language),
  });
  if (!person) throw notFound();
  return viewOf(own, person);
}

/** Makes somebody an administrator. Refuses `not-found` whoever is none and nobody, `invalid` a deactivated account, `conflict` one who is. */
export async function makeAdministrator(own: SignedIn, personId: string): Promise<void> {
  await setAdministrator(own, personId, true);
}

/** Takes it back, from others and from oneself. Refuses as `makeAdministrator`, and `invalid` the last active administrator. */
export async function unmakeAdministrator(own: SignedIn, personId: string): Promise<void> {
  await setAdministrator(own, personId, false);
}

async function setAdministrator(own: SignedIn, personId: string, isAdministrator: boolean): Promise<void> {
  demandAdministrator(own);
  await change(async (transaction, record) => {
    const person = await administeredAccount(transaction, own, personId);
    if (isAdministrator && person.deactivatedAt) throw invalid("form", "administration:wrong.deactivated");
    if (person.isAdministrator === isAdministrator) throw conflict();
    const others = await transaction.person.count({
      where: { isAdministrator: true, deactivatedAt: null, id: { not: personId } },
    });
    if (!isAdministrator && others === 0) throw invalid("form", "administration:wrong.lastAdministrator");
    await transaction.person.update({ where: { id: personId }, data: { isAdministrator } });
    await record(
      doneToAccount(own, isAdministrator ? "administrator-made" : "administrator-unmade", personId),
    );
  });
}

/** SQLite looks past case in ASCII alone: words are also tried as others may have written them. */
function holding(words: string): Prisma.PersonWhereInput {
  if (words === "") return {};
  const lower = words.toLocaleLowerCase();
  const spellings = new Set([words, lower, lower.replace(/^./u, (letter) => letter.toLocaleUpperCase())]);
  return {
    OR: [...spellings].flatMap((contains) => [{ name: { contains } }, { email: { contains } }]),
  };
}

function columns(language: string) {
  const at = now();
  const partner = {
    id: true,
    role: true,
    since: true,
    until: true,
    institution: {
      select: {
        city: {
          select: {
            names: { where: { OR: [{ isOwn: true }, { language }] }, select: { name: true, isOwn: true } },
          },
        },
      },
    },
  } satisfies Prisma.PartnershipSelect;
  return {
    id: true,
    name: true,
    email: true,
    colour: true,
    isAdministrator: true,
    createdAt: true,
    deactivatedAt: true,
    sessions: { select: { updatedAt: true }, orderBy: { updatedAt: "desc" }, take: 1 },
    memberships: {
      where: { since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] },
      select: {
        role: true,
        until: true,
        partnershipId: true,
        partnership: { select: partner },
        // Those whose role has the name of a person's role: a lead partner stands under the lead partner's city.
        network: {
          select: { name: true, partnerships: { where: { role: { in: [...roles] } }, select: partner } },
        },
      },
      orderBy: [{ network: { name: "asc" } }, { role: "asc" }],
    },
  } satisfies Prisma.PersonSelect;
}

type PersonRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof columns> }>;

function viewOf(own: SignedIn, { sessions, memberships, ...person }: PersonRow): AccountView {
  return {
    ...person,
    isSelf: person.id === own.person.id,
    lastSeen: sessions[0]?.updatedAt ?? null,
    roles: memberships.flatMap(({ role, until, network, ...held }) =>
      isRole(role) ? [{ role, until, network: network.name, city: cityOf(role, network, held) }] : [],
    ),
  };
}

type MembershipRow = PersonRow["memberships"][number];

/** The city under which a role stands today (in UTC: for an hour or two at midnight it may still be yesterday's). */
function cityOf(
  role: Role,
  { partnerships }: MembershipRow["network"],
  { partnershipId, partnership }: Pick<MembershipRow, "partnershipId" | "partnership">,
): string | null {
  const partners = new Map(partnerships.map((partner) => [partner.id, partner]));
  const [under] = heldFor(
    partners,
    role,
    partnershipId ? [partnershipId] : [],
    now().toISOString().slice(0, 10),
  );
  const shown = (under && partners.get(under)) || partnership;
  return shown ? nameOf(shown.institution.city.names) : null;
}

/** Out of a city's own name and, where it has one, the reader's. */
function nameOf(names: Array<{ name: string; isOwn: boolean }>): string {
  return (names.find(({ isOwn }) => !isOwn) ?? names[0])?.name ?? "";
}
