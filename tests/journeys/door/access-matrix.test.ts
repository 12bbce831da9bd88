// The access matrix: every address, every form and every message, called by everybody who may knock, answers as the tables say.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { io } from "socket.io-client";
import { afterAll, expect, test } from "vitest";
import { messageNames, type Ack } from "~/realtime/protocol";
import { alytusWrites, beginPractice, documentPath, done, type Places } from "../../support/alytus-writes";
import { askForDeliverables } from "../../support/asked-deliverables";
import { enrolCallers } from "../../support/callers";
import { openHouse } from "../../support/house";
import { noteTasksTold, openRows, printOfAll } from "../../support/house-rows";
import { inParallel } from "../../support/in-parallel";
import { keepAll } from "../../support/put-back";
import { dataPath, signedInAs, type Answer, type Fields, type Visitor } from "../../support/visitor";
import { callers, expected, type Answers, type Behind, type Caller } from "./callers";
import { messageTable } from "./message-table";
import {
  actionPath,
  onPassage,
  remarksOnPassages,
  routeTable,
  type FormOpens,
  type RouteLine,
} from "./route-table";

const root = resolve(import.meta.dirname, "../../..");
const house = await openHouse({ TORG_PROXIES: "1" });
const rows = openRows(house.folder);
const { alytus, places } = await alytusWrites(house.origin);
const remarkedOn = await remarkOnPassages();
await askForDeliverables(house.origin, alytus, places);
noteTasksTold(rows);
const { by, everythingTwice } = enrolCallers(house, rows, places.draft);
const putBack = keepAll(rows, house.folder);
afterAll(async () => {
  rows.close();
  await house.close();
});

/** Requests under way at once. */
const atOnce = 6;

/** A practice of its own: whoever remarks on a passage lets its text be one that is written together. */
async function remarkOnPassages(): Promise<string> {
  const id = await beginPractice(alytus, { title: "A square without stalls", text: "# Stalls\n\nMany." });
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
  const expert = await signedInAs(house.origin, "lead-expert");
  for (const [by, which, more] of [
    [alytus, "published", { madeOn: "published" }],
    [alytus, "working", { madeOn: "working" }],
    [expert, "experts", { madeOn: "published", readers: "experts" }],
  ] as const) {
    const order = { intent: "add", id: remarksOnPassages[which], text: `Kept for ${which}`, ...more };
    await done(by.postData(`${documentPath(id)}?index`, { ...order, ...onPassage }));
  }
  return id;
}

/** Alytus's draft in the place of its published practice. */
const atDraft: Places = { ...places, published: places.draft };
const atPassages: Places = { ...places, published: remarkedOn };

interface Asking {
  what: string;
  caller: Caller;
  opens: FormOpens;
  answers: Answers | undefined;
  behind: Behind;
  isOnPassage?: boolean;
  ask(by: Visitor): Promise<Answer>;
}

/** Every page and its loader alone, as everybody; what is of a document, also of a draft. */
function* readings(): Generator<Asking> {
  for (const [id, line] of Object.entries(routeTable)) {
    if (line.loader === undefined) continue;
    for (const [behind, at] of thingsBehind(id)) {
      const path = line.path(at);
      const alone = dataPath(`${path}${path.includes("?") ? "&" : "?"}_routes=${encodeURIComponent(id)}`);
      for (const caller of callers) {
        const about = { caller, opens: line.loader, answers: line.answers, behind };
        yield { ...about, what: `page of ${id} (${behind})`, ask: (visitor) => visitor.page(path) };
        yield { ...about, what: `loader of ${id} (${behind})`, ask: (visitor) => visitor.ask(alone) };
      }
    }
  }
}

/** Every form, whole, as everybody; what is of a document, also of a draft. */
function* writings(): Generator<Asking> {
  for (const [id, line] of Object.entries(routeTable)) {
    const asked = (intents: RouteLine["intents"], things: typeof onPassages, isOnPassage: boolean) =>
      Object.entries(intents ?? {}).flatMap(([intent, { opens, answers, fields }]) =>
        things.flatMap(([behind, at]) =>
          callers.map((caller): Asking => ({
            what: `form ${intent} of ${id} (${behind})`,
            ...{ caller, opens, answers, behind, isOnPassage },
            ask: (visitor) => visitor.post(actionPath(line, at), { intent, ...fields(at) }),
          })),
        ),
      );
    yield* asked(line.intents, thingsBehind(id), false);
    yield* asked(line.onPassages, onPassages, true);
  }
}

const onPassages: Array<[Behind, Places]> = [["published", atPassages]];

function thingsBehind(id: string): Array<[Behind, Places]> {
  if (!id.includes("$document")) return [["network", places]];
  return [
    ["published", places],
    ["draft", atDraft],
  ];
}

function wordOf({ status }: Answer): number | "done" {
  return status < 400 ? "done" : status;
}

/** Asks and says in one line where the answer is another than the table's. */
async function differences(askings: Iterable<Asking>, at: number, after?: () => void): Promise<string[]> {
  const found: string[] = [];
  await inParallel(askings, at, async ({ what, caller, opens, answers, behind, ask }) => {
    const wanted = expected(caller, opens, behind, answers);
    const got = wordOf(await ask(by(caller)));
    if (got !== wanted) found.push(`${what}, ${caller}: ${got} instead of ${wanted}`);
    after?.();
  });
  return found.sort();
}

test("every route and every message has its line in the tables", async () => {
  const build = (await import(pathToFileURL(join(root, "build/server/index.js")).href)) as {
    routes: Record<string, { module: { loader?: unknown; action?: unknown } }>;
  };
  const built = Object.entries(build.routes).map(([id, { module }]) => [
    id,
    Boolean(module.loader),
    Boolean(module.action),
  ]);
  const listed = Object.entries(routeTable).map(([id, { loader, intents }]) => [
    id,
    loader !== undefined,
    intents !== undefined,
  ]);
  expect(listed.sort()).toEqual(built.sort());
  expect(Object.keys(messageTable).sort()).toEqual([...messageNames].sort());
});

test("every page and every loader answers each caller as its line says, and changes nothing", async () => {
  const before = printOfAll(rows);
  expect(await differences(readings(), atOnce)).toEqual([]);
  expect(printOfAll(rows)).toEqual(before);
});

async function refuses(isWanted: (asking: Asking) => boolean): Promise<void> {
  const before = printOfAll(rows);
  const refused = [...writings()].filter(
    (asking) =>
      isWanted(asking) && expected(asking.caller, asking.opens, asking.behind, asking.answers) !== "done",
  );
  expect(await differences(refused, atOnce)).toEqual([]);
  expect(printOfAll(rows)).toEqual(before);
}

test("every form refuses each caller to whom it does not open, and changes nothing", () =>
  refuses(({ isOnPassage = false }) => !isOnPassage));

test("every form about a remark on a passage refuses each caller to whom it does not open, and changes nothing", () =>
  refuses(({ isOnPassage = false }) => isOnPassage));

test("every form is done for each caller to whom it opens", async () => {
  const opened = [...writings()].filter(
    ({ caller, opens, behind, answers }) =>
      behind !== "draft" && expected(caller, opens, behind, answers) === "done",
  );
  expect(await differences(opened, 1, putBack)).toEqual([]);
});

test("what is said about a passage is shown to those alone who read its text, and of them to those it is for", async () => {
  const opens = { published: "member", working: "draft-reader", experts: "expert" } as const;
  const at = documentPath(remarkedOn);
  const pages = ["", "?text=working", "/remarks?text=published", "/remarks?text=working&writing"];
  const found: string[] = [];
  await inParallel(callers, atOnce, async (caller) => {
    for (const [which, to] of Object.entries(opens)) {
      const alone = `/comments/${remarksOnPassages[which as keyof typeof opens]}`;
      const answers = await Promise.all([...pages, alone].map((page) => by(caller).page(`${at}${page}`)));
      const isShown = answers.some(({ text }) => text.includes(`Kept for ${which}`));
      if (isShown !== (expected(caller, to, "published") === "done"))
        found.push(`${which}, ${caller}: ${isShown}`);
    }
  });
  expect(found).toEqual([]);
});

/** Ids of one network's things under the other's address, for somebody to whom both are open. */
function* mixtures(): Generator<[string, (by: Visitor) => Promise<Answer>]> {
  const mixed: Places = { ...places, network: "digiplace" };
  for (const [id, line] of Object.entries(routeTable)) {
    const parents = id.match(/\$\w+/g)?.length ?? 0;
    if (!id.includes("$network")) continue;
    if (line.loader !== undefined && parents > 1)
      yield [`page of ${id}`, (visitor) => visitor.page(line.path(mixed))];
    for (const [intent, { fields }] of Object.entries(line.intents ?? {}))
      if (parents > 1 || namesThings(fields(mixed)))
        yield [
          `form ${intent} of ${id}`,
          (visitor) => visitor.post(actionPath(line, mixed), { intent, ...fields(mixed) }),
        ];
  }
}

/** Whether a form's fields carry the id of one of the places. */
function namesThings(fields: Fields): boolean {
  const ids = Object.entries(places).flatMap(([name, value]) => (name === "network" ? [] : [String(value)]));
  return Object.values(fields).some((value) => ids.some((id) => value.includes(id)));
}

test("a thing of one network is not found under another's address, not even by who may both", async () => {
  expect((await everythingTwice.page(`/networks/${places.network}`)).status).toBe(200);
  expect((await everythingTwice.page("/networks/digiplace")).status).toBe(200);
  const before = printOfAll(rows);
  const found: string[] = [];
  await inParallel(mixtures(), atOnce, async ([what, ask]) => {
    const { status } = await ask(everythingTwice);
    // Where the address names one thing alone, a wrong choice of a field may be said beside it.
    const isInField = what.startsWith("form") && !/\$\w+.*\$\w+/.test(what);
    if (status !== 404 && !(isInField && status === 422)) found.push(`${what}: ${status}`);
  });
  expect(found.sort()).toEqual([]);
  expect(printOfAll(rows)).toEqual(before);
});

/** Opens a socket with the caller's cookie; null where the handshake is refused. */
async function socketOf(caller: Caller) {
  const cookie = by(caller).cookie();
  const socket = io(house.origin, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: house.origin, ...(cookie ? { cookie } : {}) },
  });
  const isOpen = await new Promise<boolean>((done) => {
    socket.once("connect", () => done(true));
    socket.once("connect_error", () => done(false));
  });
  if (isOpen) return socket;
  socket.disconnect();
  return null;
}

test("every message answers each caller as its line says", async () => {
  const found: string[] = [];
  await inParallel(callers, atOnce, async (caller) => {
    const socket = await socketOf(caller);
    for (const [name, lines] of Object.entries(messageTable))
      for (const { opens, behind, message } of lines) {
        const wanted = expected(caller, opens, behind);
        const answer = socket ? ((await socket.emitWithAck(name, message(places))) as Ack<unknown>) : null;
        const got = answer?.ok ? "done" : answer?.refusal === "forbidden" ? 403 : 404;
        if (got !== wanted) found.push(`${name} (${behind}), ${caller}: ${got} instead of ${wanted}`);
      }
    socket?.disconnect();
  });
  expect(found).toEqual([]);
});

test("a thing of one network is not opened by a message under another's name", async () => {
  const cookie = everythingTwice.cookie() ?? "";
  const socket = io(house.origin, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: house.origin, cookie },
  });
  const mixed = { ...places, network: "digiplace" };
  for (const [name, lines] of Object.entries(messageTable))
    for (const { behind, message } of lines) {
      if (behind === "network") continue;
      const answer = (await socket.emitWithAck(name, message(mixed))) as Ack<unknown>;
      expect.soft(answer, name).toEqual({ ok: false, refusal: "not-found" });
    }
  socket.disconnect();
});
