// What the device holds of texts, in a real browser: nothing kept is lost, whoever writes beside it and whenever it ends.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor } from "../support/browser";
import { deviceScript } from "../support/device-script";
import { lastingBrowser } from "../support/lasting-browser";

let server: Server;
let origin = "";

beforeAll(async () => {
  const script = await deviceScript();
  server = createServer((request, response) => {
    const isScript = request.url === "/device.js";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript ? script : "<!doctype html><link rel=icon href=data:,><script src=/device.js></script>",
    );
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function pageIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  return page;
}

async function page(): Promise<Page> {
  return pageIn((await visitor(origin)).context);
}

test("an edit kept is there after the browser was closed, and stays a part of the text when it is acknowledged", async () => {
  const browser = await lastingBrowser(origin);
  const before = await (
    await pageIn(browser.context)
  ).evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const nothing = await copy.read();
    const writing = window.device.writing();
    await copy.learn(writing.write("theirs"));
    const key = await copy.keep(writing.write("mine"), writing.doc.clientID);
    await copy.keep(writing.write("more"), writing.doc.clientID);
    await copy.setAside("refused");
    return { nothing, key, client: writing.doc.clientID };
  });
  const after = await (
    await pageIn(await browser.reopen())
  ).evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const held = await copy.read();
    await copy.acknowledge([held?.unsent[0]?.key ?? 0, 999]);
    const [aside] = await copy.readAside();
    await copy.dropAside(aside?.key ?? 0);
    return {
      words: await window.device.wordsIn(copy),
      unsent: held?.unsent.map(({ key, client, at }) => ({ key, client, isLate: at > Date.now() })),
      left: (await copy.read())?.unsent.length,
      aside: aside?.words,
      asideLeft: (await copy.readAside()).length,
      others: await (await window.device.openDeviceCopy("one", "letter")).read(),
    };
  });
  expect(before.nothing).toBeNull();
  expect(after).toEqual({
    words: "mine more theirs",
    unsent: [
      { key: before.key, client: before.client, isLate: false },
      { key: before.key + 1, client: before.client, isLate: false },
    ],
    left: 1,
    aside: "refused",
    asideLeft: 0,
    others: null,
  });
});

test("two tabs that write at once lose nothing of each other's, and rows merged meanwhile hold all of it", async () => {
  const { context } = await visitor(origin);
  const tabs = await Promise.all([pageIn(context), pageIn(context)]);
  await Promise.all(
    tabs.map((tab, which) =>
      tab.evaluate(async (which) => {
        const copy = await window.device.openDeviceCopy("one", "plan");
        const writing = window.device.writing();
        const kept: Array<Promise<number>> = [];
        for (let number = 0; number < 350; number += 1) {
          const edit = writing.write(`${which}-${number}`);
          if (number % 10 === 0) kept.push(copy.keep(edit, writing.doc.clientID));
          else await copy.learn(edit);
        }
        const keys = await Promise.all(kept);
        await copy.acknowledge(keys.slice(0, 20));
        // The same once more, as where the other tab was told so, too.
        await copy.acknowledge(keys.slice(0, 20));
      }, which),
    ),
  );
  const seen = await tabs[0].evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const words = (await window.device.wordsIn(copy))?.split(" ") ?? [];
    const rows = await window.device.rows("one", "plan");
    return {
      words: words.length,
      different: new Set(words).size,
      rows,
      unsent: (await copy.read())?.unsent.length,
    };
  });
  expect(seen).toMatchObject({ words: 700, different: 700, unsent: 30 });
  expect(seen.rows).toBeLessThanOrEqual(201);
});

test("a merging that is interrupted anywhere takes nothing away", async () => {
  const seen = await (
    await page()
  ).evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const writing = window.device.writing();
    for (let number = 0; number < 200; number += 1) await copy.learn(writing.write(`w${number}`));
    const remove = IDBObjectStore.prototype.delete;
    let calls = 0;
    IDBObjectStore.prototype.delete = function (key) {
      calls += 1;
      if (calls === 100) throw new Error("interrupted");
      return remove.call(this, key);
    };
    await copy.learn(writing.write("last"));
    IDBObjectStore.prototype.delete = remove;
    const interrupted = {
      rows: await window.device.rows("one", "plan"),
      words: (await window.device.wordsIn(copy))?.split(" ").length,
    };
    await copy.learn(writing.write("after"));
    return {
      calls,
      interrupted,
      rows: await window.device.rows("one", "plan"),
      words: (await window.device.wordsIn(copy))?.split(" ").length,
    };
  });
  expect(seen).toEqual({ calls: 100, interrupted: { rows: 201, words: 201 }, rows: 1, words: 202 });
});

test("a browser that is closed while it merges finds everything again", async () => {
  const browser = await lastingBrowser(origin);
  const page = await pageIn(browser.context);
  await page.evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const writing = window.device.writing();
    await copy.keep(writing.write("mine"), writing.doc.clientID);
    for (let number = 0; number < 200; number += 1) await copy.learn(writing.write(`w${number}`));
    // Not waited for: the page goes while the rows are merged.
    void copy.learn(writing.write("last"));
  });
  const after = await (
    await pageIn(await browser.reopen())
  ).evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const words = (await window.device.wordsIn(copy))?.split(" ") ?? [];
    return { isThere: words.length >= 201, unsent: (await copy.read())?.unsent.length };
  });
  expect(after).toEqual({ isThere: true, unsent: 1 });
});

test("where there is no room an edit is not kept, and that is said; what was kept stays", async () => {
  const { context } = await visitor(origin);
  const page = await pageIn(context);
  const session = await context.newCDPSession(page);
  // Before the first writing: the browser remembers for a while how much room there was.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 500_000 });
  const seen = await page.evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const writing = window.device.writing();
    await copy.keep(writing.write("mine"), writing.doc.clientID);
    const told = (trying: Promise<unknown>) =>
      trying.then(
        () => "kept",
        (wrong: Error) => wrong.name,
      );
    const large = () => writing.write("x".repeat(5_000_000));
    return {
      keep: await told(copy.keep(large(), 1)),
      learn: await told(copy.learn(large())),
      aside: await told(copy.setAside("z".repeat(5_000_000))),
      words: (await window.device.wordsIn(copy))?.slice(0, 100),
    };
  });
  expect(seen).toEqual({
    keep: "QuotaExceededError",
    learn: "QuotaExceededError",
    aside: "QuotaExceededError",
    words: "mine",
  });
});

test("another account in the same browser sees nothing of it, and the first one finds it again", async () => {
  const seen = await (
    await page()
  ).evaluate(async () => {
    const { openDeviceCopy, unsentOnDevice, textsOnDevice, forgetDevice } = window.device;
    const first = await openDeviceCopy("one", "plan");
    await first.describe({ network: "n", networkName: "N", title: "A plan", language: "en" });
    const writing = window.device.writing();
    await first.keep(writing.write("mine"), 1);
    await first.setAside("refused");
    const other = await openDeviceCopy("two", "plan");
    const others = {
      text: await other.read(),
      aside: await other.readAside(),
      unsent: await unsentOnDevice("two"),
      texts: await textsOnDevice("two"),
    };
    await forgetDevice("two");
    return { others, first: await unsentOnDevice("one"), nobody: await unsentOnDevice("three") };
  });
  expect(seen).toEqual({
    others: { text: null, aside: [], unsent: [], texts: [] },
    first: [{ document: "plan", title: "A plan", changes: 1 }],
    nobody: [],
  });
});

test("signing out leaves nothing behind, and an open tab of the account keeps nothing from then on", async () => {
  const { context } = await visitor(origin);
  const [open, leaving] = await Promise.all([pageIn(context), pageIn(context)]);
  await open.evaluate(async () => {
    const copy = await window.device.openDeviceCopy("one", "plan");
    const keep = () => copy.keep(new Uint8Array([0, 0]), 1);
    await keep();
    Object.assign(window, { keep });
    localStorage.setItem("torg:kept:one:remark", "x");
    localStorage.setItem("torg:kept:two:remark", "y");
  });
  await leaving.evaluate(() => window.device.forgetDevice("one"));
  const kept = await open.evaluate(() =>
    (window as unknown as { keep(): Promise<number> }).keep().then(
      () => "kept",
      () => "refused",
    ),
  );
  const left = await leaving.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    small: Object.keys(localStorage),
    has: window.device.hasTextsHere("one"),
  }));
  expect(kept).toBe("refused");
  expect(left).toEqual({ databases: [], small: ["torg:kept:two:remark"], has: false });
});

test("a text that may not be read any more goes with all that was written in it, one that nobody opens when nothing is unsent", async () => {
  const seen = await (
    await page()
  ).evaluate(async () => {
    const { openDeviceCopy, lookThroughDevice, openedAt, textsOnDevice, unsentOnDevice } = window.device;
    const long = Date.now() - 61 * 86_400_000;
    for (const name of ["readable", "ended", "forgotten", "forgotten-unsent"]) {
      const copy = await openDeviceCopy("one", name);
      await copy.describe({ network: "n", networkName: "N", title: name, language: "en" });
      await copy.learn(window.device.writing().write("words"));
      if (name !== "forgotten") await copy.keep(window.device.writing().write("mine"), 1);
      await copy.setAside("refused");
      if (name.startsWith("forgotten")) await openedAt("one", name, long);
    }
    let asked: string[] = [];
    await lookThroughDevice("one", async (documents) => {
      asked = documents.toSorted();
      return new Set(documents.filter((one) => one !== "ended"));
    });
    const held = (await textsOnDevice("one")).map(({ title }) => title).toSorted();
    const unsent = (await unsentOnDevice("one")).length;
    const aside = await window.device.asideOnDevice("one");
    await lookThroughDevice("one", async () => null);
    return { asked, held, unsent, aside, unknown: (await textsOnDevice("one")).length };
  });
  expect(seen).toEqual({
    asked: ["ended", "forgotten", "forgotten-unsent", "readable"],
    held: ["forgotten-unsent", "readable"],
    unsent: 2,
    aside: 3,
    unknown: 2,
  });
});
