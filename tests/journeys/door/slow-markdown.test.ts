// Markdown built to be slow holds up its own readers at most, never the server.
import { afterAll, expect, test } from "vitest";
import { alytusWrites, beginPractice, documentPath, done, remark } from "../../support/alytus-writes";
import { openHouse } from "../../support/house";
import { visitor } from "../../support/visitor";
import { hostileTexts } from "../../text/hostile";

/** Milliseconds for which nobody else may wait. */
const longestStall = 250;
/** A machine that is busy elsewhere stalls by itself now and then; a text that stalls the server does it each time. */
const tries = 4;

const house = await openHouse();
const { alytus, places } = await alytusWrites(house.origin);
afterAll(() => house.close());

/** The longest that somebody else's question waited for its answer, in milliseconds, while the work was done. */
async function stall(work: () => Promise<unknown>): Promise<number> {
  const other = visitor(house.origin);
  let isOver = false;
  let longest = 0;
  const asking = async () => {
    while (!isOver) {
      const began = performance.now();
      await other.ask("/healthz");
      longest = Math.max(longest, performance.now() - began);
    }
  };
  const asked = asking();
  await work();
  isOver = true;
  await asked;
  return longest;
}

/** The names of texts that stalled the server at every try, with the least they stalled it. */
async function stalling(names: string[], tryOnce: (name: string, attempt: number) => Promise<number>) {
  const found: Array<[string, number]> = [];
  for (const name of names) {
    const stalls: number[] = [];
    do stalls.push(await tryOnce(name, stalls.length));
    while (Math.min(...stalls) > longestStall && stalls.length < tries);
    if (Math.min(...stalls) > longestStall) found.push([name, Math.round(Math.min(...stalls))]);
  }
  return found;
}

/** The text of this name; each attempt has its own, so that none is known already. */
const textOf = (name: string, length: number, attempt: number) =>
  `${attempt}\n\n${hostileTexts[name]?.(length - 10) ?? ""}`.slice(0, length);

test("saving and reading any of 100 KB delays no other answer by more than 250 ms", async () => {
  let revision = 2;
  const found = await stalling(Object.keys(hostileTexts), (name, attempt) =>
    stall(async () => {
      const order = { intent: "save", title: name, language: "en", text: textOf(name, 100_000, attempt) };
      await done(
        alytus.postData(documentPath(places.draft, "edit"), { ...order, revision: String(revision) }),
      );
      revision += 1;
      const { text } = await done(alytus.page(documentPath(places.draft)));
      expect(text).toContain("</html>");
    }),
  );
  expect(found).toEqual([]);
});

test("reading as much in many remarks delays no other answer either", async () => {
  // The slowest of those that are short enough to be laid out at once.
  const slowest = ["tables of short rows", "addresses that begin with www"];
  const found = await stalling(slowest, async (name, attempt) => {
    const id = await beginPractice(alytus, { title: name, text: "With remarks." });
    await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
    for (let index = 0; index < 24; index += 1)
      await remark(alytus, id, textOf(name, 8_190, attempt * 100 + index));
    return stall(() => done(alytus.page(documentPath(id))));
  });
  expect(found).toEqual([]);
});
