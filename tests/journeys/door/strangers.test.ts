// Who does not belong somewhere gets, at every address and for every form, the very answer for what does not exist.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, type Places } from "../../support/alytus-writes";
import { openHouse } from "../../support/house";
import { endMembership, noteTasksTold, openRows, printOfAll } from "../../support/house-rows";
import { signedInAs, visitor, type Answer, type Visitor } from "../../support/visitor";
import { actionPath, routeTable, type RouteLine } from "./route-table";
import { said } from "./same-answer";

const root = resolve(import.meta.dirname, "../../..");
const house = await openHouse();
const rows = openRows(house.folder);
const { places } = await alytusWrites(house.origin);
noteTasksTold(rows);
afterAll(async () => {
  rows.close();
  await house.close();
});

/** Classes that open to people rather than to members of a network. */
const ofPeople: readonly unknown[] = ["everybody", "person", "administrator", undefined];

const closed = Object.entries(routeTable).filter(([, { loader }]) => !ofPeople.includes(loader));
const ofDocuments = closed.filter(([id]) => id.includes("$document"));

/** The same places where there is nothing. */
const nowhere = (network = "no-such-network"): Places => ({
  network,
  published: newId(),
  draft: newId(),
  theirComment: newId(),
  task: newId(),
  ownComment: newId(),
  partnership: newId(),
  person: newId(),
  city: newId(),
  group: newId(),
  membership: newId(),
  file: newId(),
  handover: newId(),
});

/** All that can be asked of one line of the table: pages, data, single loaders, and each form, whole and malformed. */
function* askings(
  id: string,
  line: RouteLine,
): Generator<[string, (by: Visitor, at: Places) => Promise<Answer>]> {
  yield ["page", (by, at) => by.page(line.path(at))];
  yield ["data", (by, at) => by.data(line.path(at))];
  yield ["its loader alone", (by, at) => by.data(`${line.path(at)}?_routes=${encodeURIComponent(id)}`)];
  yield ["malformed: no intent", (by, at) => by.post(actionPath(line, at), { text: "x" })];
  yield [
    "malformed: no form",
    (by, at) => by.post(actionPath(line, at), {}, { "content-type": "text/plain" }),
  ];
  for (const [intent, { fields }] of Object.entries(line.intents ?? {})) {
    yield [`form ${intent}`, (by, at) => by.post(actionPath(line, at), { intent, ...fields(at) })];
    yield [
      `form ${intent} by script`,
      (by, at) => by.postData(actionPath(line, at), { intent, ...fields(at) }),
    ];
    yield [`malformed: empty ${intent}`, (by, at) => by.post(actionPath(line, at), { intent })];
  }
}

/** Asks everything at these lines there and elsewhere, where nothing is. Only a member's malformed form is told to be one, in both. */
async function expectNothingThere(by: Visitor, lines: typeof closed, there: Places, elsewhere: () => Places) {
  const isMember = (await by.page(`/networks/${there.network}`)).status === 200;
  const before = printOfAll(rows);
  for (const [id, line] of lines) {
    for (const [how, ask] of askings(id, line)) {
      const empty = elsewhere();
      const [real, none] = [await ask(by, there), await ask(by, empty)];
      expect.soft(expectedStatuses(line, how, isMember), `${id}, ${how}`).toContain(real.status);
      expect.soft(said(real, { ...there }), `${id}, ${how}`).toBe(said(none, { ...empty }));
    }
  }
  expect(printOfAll(rows), "nothing has changed").toEqual(before);
}

function expectedStatuses({ intents }: RouteLine, how: string, isMember = false): number[] {
  if (!how.startsWith("malformed")) return [404];
  if (!intents) return [405];
  return isMember ? [422, 404] : [404];
}

test("the table names every route of the built manifest with its loader, its action and all its intents", async () => {
  const build = (await import(pathToFileURL(join(root, "build/server/index.js")).href)) as {
    routes: Record<string, { module: { loader?: unknown; action?: unknown } }>;
  };
  const folder = join(root, "app/routes");
  const built = Object.entries(build.routes).map(([id, { module }]) => {
    const name = readdirSync(folder).find((route) => `routes/${route}` === id);
    // A route with many forms keeps them in a file of their own beside it.
    const files = name ? readdirSync(join(folder, name)) : [];
    const source = files
      .filter((each) => /^(route\.tsx?|[\w-]+-intents\.server\.ts)$/.test(each))
      .map((each) => readFileSync(join(folder, name ?? "", each), "utf8"))
      .join("\n");
    const intents = [...source.matchAll(/^\s*"?([\w-]+)"?: (?:on|by)\(|\(\{ "?([\w-]+)"?: on\(/gm)];
    return [
      id,
      Boolean(module.loader),
      module.action ? intents.map((match) => match[1] ?? match[2]).sort() : null,
    ];
  });
  const named = Object.entries(routeTable).map(([id, { loader, intents }]) => [
    id,
    loader !== undefined,
    intents ? Object.keys(intents).sort() : null,
  ]);
  expect(named.sort()).toEqual(built.sort());
});

test("whoever is not signed in finds no network and nothing in it", async () => {
  await expectNothingThere(visitor(house.origin), closed, places, nowhere);
});

test("a member of another network finds no network and nothing in it", async () => {
  await expectNothingThere(await signedInAs(house.origin, "messina"), closed, places, nowhere);
});

test("an administrator who holds no role in the network finds nothing in it", async () => {
  await expectNothingThere(await signedInAs(house.origin, "administrator"), closed, places, nowhere);
});

test("a former member finds nothing in the network from the moment the role has ended, and is told that it has", async () => {
  const former = await signedInAs(house.origin, "novska");
  expect((await former.page(`/networks/${places.network}`)).status).toBe(200);
  endMembership(rows, "novska@demo.torg", places.network);
  // They know the network; of what is in it they get the same answer as for what is not.
  await expectNothingThere(former, closed, places, () => nowhere(places.network));
  const { status, text } = await former.page(`/networks/${places.network}`);
  expect(status).toBe(404);
  expect(text).toContain("Your role as Project officer, Novska in TechRevolution 2.0 ended on");
});

test("a document of one network is not found under another network's address", async () => {
  const messina = await signedInAs(house.origin, "messina");
  const theirs = { ...places, network: "digiplace" };
  expect((await messina.page(`/networks/${theirs.network}`)).status).toBe(200);
  await expectNothingThere(messina, ofDocuments, theirs, () => nowhere(theirs.network));
});

test("a draft is not found by the network's other cities, nor by its readers", async () => {
  for (const account of ["rzeszow", "barnsley", "observer", "lead-expert"]) {
    const other = await signedInAs(house.origin, account);
    const draft = { ...places, published: places.draft, draft: newId() };
    await expectNothingThere(other, ofDocuments, draft, () => ({ ...nowhere(places.network) }));
  }
});

test("pages of one's own account are not there for whoever is not signed in", async () => {
  const nobody = visitor(house.origin);
  const before = printOfAll(rows);
  for (const [id, line] of Object.entries(routeTable)) {
    if (line.loader === "person" || line.loader === "administrator")
      for (const [how, ask] of askings(id, line)) {
        const { status } = await ask(nobody, places);
        expect.soft(expectedStatuses(line, how), `${id}, ${how}`).toContain(status);
      }
  }
  const signOut = await nobody.post("/sign-out", { intent: "sign-out" });
  expect(signOut.status).toBe(404);
  expect(printOfAll(rows)).toEqual(before);
});

test("a session of another person is not found, and stays", async () => {
  const [one, other] = await Promise.all(
    ["alytus", "barnsley"].map((name) => signedInAs(house.origin, name)),
  );
  if (!one || !other) throw new Error("both are signed in");
  const their = rows
    .prepare(
      "SELECT s.id FROM Session s JOIN Person p ON p.id = s.personId WHERE p.email = 'barnsley@demo.torg'",
    )
    .pluck()
    .all() as string[];
  for (const id of their)
    expect((await one.post("/account", { intent: "end-session", id })).status).toBe(404);
  expect((await other.page("/account")).status).toBe(200);
});
