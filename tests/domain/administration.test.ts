// What administrators see and do of accounts and networks, and that nobody else does.
import { expect, test } from "vitest";
import {
  findAccounts,
  makeAdministrator,
  readAccount,
  unmakeAdministrator,
} from "~/domain/accounts/administration.server";
import { listAllNetworks } from "~/domain/networks/administration.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundAdministrator } from "../support/administrator";
import { foundNetwork, foundPerson } from "../support/found-network";
import { outcome } from "../support/outcome";
import { signedInPerson } from "../support/signed-in";

const all = { words: "", page: 1 };

test("whoever is no administrator finds no accounts and no networks, and changes nobody's rights", async () => {
  const { leadPartner, officer, formerOfficer } = await foundNetwork();
  const other = (await foundPerson()).id;
  for (const personId of [leadPartner.personId, officer.personId, formerOfficer.id, other]) {
    const own = await signedInPerson(personId);
    expect(await outcome(findAccounts(own, all))).toBe("not-found");
    expect(await outcome(readAccount(own, other))).toBe("not-found");
    expect(await outcome(listAllNetworks(own))).toBe("not-found");
    expect(await outcome(makeAdministrator(own, own.person.id))).toBe("not-found");
    expect(await outcome(unmakeAdministrator(own, other))).toBe("not-found");
  }
});

test("an account is found by a part of its name or address, whatever the case", async () => {
  const own = await foundAdministrator();
  const mark = newId();
  const person = await foundPerson(`Žydrė ${mark}`);
  for (const words of [`žydrė ${mark}`, mark.toUpperCase(), person.email.slice(2)]) {
    const { accounts, total } = await findAccounts(own, { words, page: 1 });
    expect([total, accounts.map(({ id }) => id)], words).toEqual([1, [person.id]]);
  }
  expect(await findAccounts(own, { words: newId(), page: 4 })).toEqual({
    accounts: [],
    total: 0,
    page: 1,
    pages: 1,
  });
});

test("accounts come fifty on a page, each once, and a page after the last is the last", async () => {
  const own = await foundAdministrator();
  const mark = newId();
  await database().write((transaction) =>
    transaction.person.createMany({
      data: Array.from({ length: 120 }, (_, at) => ({
        id: newId(),
        name: `${mark} ${at}`,
        email: `${newId()}@x.test`,
      })),
    }),
  );
  const pages = await Promise.all([1, 2, 3, 9].map((page) => findAccounts(own, { words: mark, page })));
  expect(pages.map(({ page, accounts }) => [page, accounts.length])).toEqual([
    [1, 50],
    [2, 50],
    [3, 20],
    [3, 20],
  ]);
  const ids = pages.slice(0, 3).flatMap(({ accounts }) => accounts.map(({ id }) => id));
  expect(new Set(ids).size).toBe(120);
});

test("an account shows the roles held now with their city and network, and when it was last in use", async () => {
  const own = await foundAdministrator();
  const network = await foundNetwork();
  const officer = await readAccount(own, network.officer.personId);
  expect(officer.roles).toMatchObject([
    { role: "project-officer", city: "Alytus", network: `Network ${network.networkId}`, until: null },
  ]);
  expect(officer.lastSeen).toBeNull();
  expect((await readAccount(own, network.formerOfficer.id)).roles).toEqual([]);
  expect((await readAccount(own, own.person.id)).lastSeen).toBeInstanceOf(Date);
  expect(await outcome(readAccount(own, newId()))).toBe("not-found");
});

test("nothing that people write is in what administrators see", async () => {
  const own = await foundAdministrator();
  const { networkId } = await foundNetwork();
  const seen = JSON.stringify([await findAccounts(own, all), await listAllNetworks(own)]);
  expect(seen).toContain(networkId);
  expect(seen).not.toMatch(/The draft|The published one|Text of/);
});

test("a network is listed with its state, its cities and its people", async () => {
  const own = await foundAdministrator();
  const { networkId } = await foundNetwork();
  const found = (await listAllNetworks(own)).find(({ id }) => id === networkId);
  expect(found).toMatchObject({ state: "open", cities: 3, people: 8, isDemo: false });
});

test("an administrator makes another and takes it back; each is one row in the house's chain", async () => {
  const own = await foundAdministrator();
  const { id } = await foundPerson();
  await makeAdministrator(own, id);
  expect((await readAccount(own, id)).isAdministrator).toBe(true);
  expect(await outcome(makeAdministrator(own, id))).toBe("conflict");
  await unmakeAdministrator(own, id);
  expect(await outcome(unmakeAdministrator(own, id))).toBe("conflict");
  expect(await outcome(makeAdministrator(own, newId()))).toBe("not-found");
  const rows = await database().read.activity.findMany({
    where: { subjectId: id },
    select: { kind: true, chain: true, personId: true },
    orderBy: { position: "asc" },
  });
  expect(rows).toEqual(
    ["administrator-made", "administrator-unmade"].map((kind) => ({
      kind,
      chain: "house",
      personId: own.person.id,
    })),
  );
});

test("a deactivated account is made no administrator, and the last administrator stays one", async () => {
  const own = await foundAdministrator();
  const { id } = await foundPerson();
  await database().write((transaction) =>
    transaction.person.update({ where: { id }, data: { deactivatedAt: new Date() } }),
  );
  expect(await outcome(makeAdministrator(own, id))).toBe("invalid");
  await database().write((transaction) =>
    transaction.person.updateMany({
      where: { id: { not: own.person.id } },
      data: { isAdministrator: false },
    }),
  );
  expect(await outcome(unmakeAdministrator(own, own.person.id))).toBe("invalid");
  const other = await foundAdministrator();
  await unmakeAdministrator(other, own.person.id);
  expect((await readAccount(other, own.person.id)).isAdministrator).toBe(false);
});
