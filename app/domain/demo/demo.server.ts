// Loads the demo networks into an empty database.
import { database, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { accounts } from "../../../prisma/demo/accounts";
import { cities } from "../../../prisma/demo/cities";
import { digiPlace } from "../../../prisma/demo/digiplace";
import { techRevolution } from "../../../prisma/demo/tech-revolution";
import { writeActivity } from "../activity/chain.server";
import { insertPerson } from "../accounts/people.server";
import type { Role } from "../access/role";
import { demoAddress, demoPassword, type DemoDocument, type DemoNetwork } from "./demo";

/** The networks are loaded only where nobody has an account yet: a database in use is never touched. */
export async function loadDemo(): Promise<boolean> {
  if ((await database().read.person.count()) > 0) return false;
  const { hashPassword } = await import("better-auth/crypto");
  const passwordHash = await hashPassword(demoPassword);
  await database().write(async (transaction) => {
    const people = new Map<string, string>();
    for (const { account, name, isAdministrator = false } of accounts) {
      const person = await insertPerson(transaction, {
        name,
        email: demoAddress(account),
        passwordHash,
        isAdministrator,
      });
      people.set(account, person.id);
    }
    const cityIds = await insertCities(transaction);
    for (const network of [techRevolution, digiPlace])
      await insertNetwork(transaction, network, people, cityIds);
  });
  return true;
}

/** The demo accounts of this database with their roles in words, or null where there are none. */
export async function demoAccounts(): Promise<{
  password: string;
  accounts: Array<{ email: string; roles: string }>;
} | null> {
  const people = await database().read.person.findMany({
    where: { email: { in: accounts.map(({ account }) => demoAddress(account)) } },
    select: { email: true, name: true, memberships: { select: { network: { select: { name: true } } } } },
  });
  if (people.length === 0) return null;
  const place = ({ email }: { email: string }) =>
    accounts.findIndex(({ account }) => demoAddress(account) === email);
  return {
    password: demoPassword,
    accounts: people
      .sort((one, other) => place(one) - place(other))
      .map(({ email, name, memberships }) => {
        const networks = [...new Set(memberships.map(({ network }) => network.name))].join(", ");
        return { email, roles: networks ? `${name} (${networks})` : name };
      }),
  };
}

async function insertCities(transaction: Transaction): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [key, { country, population, position, own, names }] of Object.entries(cities)) {
    const id = newId();
    const others = Object.entries(names).map(([language, name]) => ({ language, name }));
    await transaction.city.create({
      data: {
        id,
        country,
        population,
        latitude: position[0],
        longitude: position[1],
        names: { create: [{ language: own[0], name: own[1], isOwn: true }, ...others] },
      },
    });
    ids.set(key, id);
  }
  return ids;
}

async function insertNetwork(
  transaction: Transaction,
  network: DemoNetwork,
  people: Map<string, string>,
  cityIds: Map<string, string>,
): Promise<void> {
  const { slug, name, type, programme, theme, startsOn, endsOn } = network;
  const networkId = newId();
  await transaction.network.create({
    data: { id: networkId, slug, name, type, programme, theme, startsOn, endsOn, isDemo: true },
  });
  const partnershipIds = new Map<string, string>();
  const enrol = (account: string, role: Role, city?: string, since = startsOn) =>
    transaction.membership.create({
      data: {
        id: newId(),
        networkId,
        personId: of(people, account),
        role,
        partnershipId: city ? of(partnershipIds, city) : null,
        since: new Date(since),
      },
    });
  for (const { city, institution, role, since } of network.partners) {
    const partnershipId = newId();
    partnershipIds.set(city, partnershipId);
    await transaction.partnership.create({
      data: {
        id: partnershipId,
        role,
        since,
        network: { connect: { id: networkId } },
        institution: { create: { id: newId(), name: institution, cityId: of(cityIds, city) } },
      },
    });
    await enrol(city, "project-officer", city, since);
  }
  for (const { account, role, city } of network.members) await enrol(account, role, city);
  for (const document of network.documents) {
    await insertDocument(transaction, document, {
      networkId,
      partnershipId: of(partnershipIds, document.city),
      people,
    });
  }
}

interface Place {
  networkId: string;
  partnershipId: string;
  people: Map<string, string>;
}

async function insertDocument(transaction: Transaction, document: DemoDocument, place: Place): Promise<void> {
  const { title, text, language, createdOn, publishedOn, comments = [] } = document;
  const { networkId, partnershipId, people } = place;
  const id = newId();
  const writerId = of(people, document.city);
  const createdAt = new Date(`${createdOn}T09:00:00Z`);
  const publishedAt = publishedOn ? new Date(`${publishedOn}T14:00:00Z`) : null;
  await transaction.document.create({
    data: {
      id,
      networkId,
      partnershipId,
      kind: "good-practice",
      title,
      text,
      language,
      createdById: writerId,
      responsibleId: writerId,
      createdAt,
      updatedAt: createdAt,
      saves: { create: { revision: 1, title, text, language, savedById: writerId, savedAt: createdAt } },
      ...(publishedAt && {
        publishedVisibility: "network",
        publishedTitle: title,
        publishedText: text,
        publishedLanguage: language,
        publishedRevision: 1,
        publishedAt,
        publishedById: writerId,
      }),
    },
  });
  const where = { networkId, partnershipId, documentId: id };
  const happened = { ...where, subjectId: id, personId: writerId, after: { title } };
  await writeActivity(transaction, {
    kind: "document-created",
    reach: "working",
    at: createdAt,
    ...happened,
  });
  if (publishedAt)
    await writeActivity(transaction, {
      kind: "document-published",
      reach: "published",
      at: publishedAt,
      ...happened,
    });
  const remark = async (
    account: string,
    on: string,
    words: string,
    parentId: string | null,
    hour: number,
  ) => {
    const commentId = newId();
    const authorId = of(people, account);
    const at = new Date(`${on}T${hour}:30:00Z`);
    const madeOn = publishedAt ? "published" : "working";
    await transaction.comment.create({
      data: {
        id: commentId,
        networkId,
        documentId: id,
        parentId,
        madeOn,
        authorId,
        text: words,
        createdAt: at,
      },
    });
    await writeActivity(transaction, {
      kind: "comment-added",
      reach: madeOn,
      at,
      ...where,
      subjectId: commentId,
      personId: authorId,
    });
    return commentId;
  };
  for (const { account, on, text: words, answers = [] } of comments) {
    const parentId = await remark(account, on, words, null, 10);
    for (const answer of answers) await remark(answer.account, answer.on, answer.text, parentId, 11);
  }
}

function of(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo data name ${key}, which is not there.`);
  return id;
}
