// One window's end of a text, against the real door: nothing that one wrote is lost, doubled, or called saved before it is.
import { expect, test } from "vitest";
import { namePerson, unnamePerson } from "~/domain/documents/naming.server";
import { documentSchemaVersion } from "~/text/document-schema";
import { hold } from "../support/held-file";
import { memoryCopy } from "../support/memory-copy";
import { textClient } from "../support/text-house";
import { founded, guestWriter, isSaved, textOf, until, windowOf, write } from "../support/text-windows";

test("what one writes is called saved when it is on the server's disk, and the other sees it", async () => {
  const [house, network] = await founded();
  const one = await windowOf(house, network, network.officer);
  const other = await windowOf(house, network, network.colleague);
  await until(one, isSaved);
  await until(other, isSaved);
  write(one, "Alytus. ");
  expect(one.session.view.keeping).toEqual({ kind: "saving" });
  await until(one, isSaved);
  await until(other, () => textOf(other).startsWith("Alytus. "));
  expect(textOf(other)).toBe(textOf(one));
});

test("written without a line it is on this device only; after a restart of the server it is there once", async () => {
  const [house, network] = await founded();
  const copy = memoryCopy();
  const one = await windowOf(house, network, network.officer, { copy });
  await until(one, isSaved);
  one.line.disconnect();
  write(one, "First. ");
  write(one, "Second. ");
  await until(one, ({ keeping }) => keeping.kind === "on-this-device");
  expect(one.session.view.keeping).toEqual({ kind: "on-this-device", changes: 1 });
  expect(copy.unsent).toHaveLength(2);
  await house.restart();
  one.line.connect();
  await until(one, isSaved);
  await expect.poll(() => copy.unsent).toEqual([]);
  const watcher = await windowOf(house, network, network.colleague);
  await until(watcher, isSaved);
  expect(textOf(watcher)).toBe("Second. First. Text of The draft");
});

test("what a closed window left on the device is shown before there is a line, can be gone on with, and is handed in", async () => {
  const [house, network] = await founded();
  const copy = memoryCopy();
  const before = await windowOf(house, network, network.officer, { copy });
  await until(before, isSaved);
  before.line.disconnect();
  write(before, "Left here. ");
  await until(before, ({ keeping }) => keeping.kind === "on-this-device");
  before.session.close();

  const after = await windowOf(house, network, network.officer, { copy, isOffline: true });
  expect(after.session.view).toMatchObject({
    phase: "ready",
    mayWrite: true,
    keeping: { kind: "on-this-device", changes: 1 },
  });
  write(after, "And more. ");
  after.line.connect();
  await until(after, isSaved);
  const watcher = await windowOf(house, network, network.colleague);
  await until(watcher, isSaved);
  expect(textOf(watcher)).toBe("And more. Left here. Text of The draft");
});

test("whoever leaves the screen on the heels of the last key has it handed in, and nothing stays on the device as unsent", async () => {
  const [house, network] = await founded();
  const copy = memoryCopy();
  const watcher = await windowOf(house, network, network.colleague);
  const kept = await windowOf(house, network, network.officer, { copy });
  const keepsNothing = await windowOf(house, network, network.officer, { copy: null });
  for (const each of [watcher, kept, keepsNothing]) await until(each, isSaved);
  for (const [each, words] of [
    [kept, "Last key. "],
    [keepsNothing, "Without a device. "],
  ] as const) {
    write(each, words);
    each.session.close();
    await until(watcher, () => textOf(watcher).includes(words));
  }
  await expect.poll(() => copy.unsent).toEqual([]);
});

test("an acknowledgement that is lost on the way leaves the edit standing once", async () => {
  const [house, network] = await founded();
  const one = await windowOf(house, network, network.officer);
  await until(one, isSaved);
  const seen = await textClient(house, await network.person(network.colleague), {
    network: network.slug,
    document: network.draft.id,
  });
  await seen.join();
  write(one, "Once. ");
  await seen.until(() => seen.markdown().includes("Once. "));
  // The server has it; the line is cut before or after it has said so.
  one.line.io.engine.close();
  await until(one, isSaved);
  expect(seen.markdown().match(/Once\. /g)).toHaveLength(1);
});

test("cut by the server it comes back by itself, every time", async () => {
  const [house, network] = await founded();
  const one = await windowOf(house, network, network.officer);
  for (const words of ["a ", "b ", "c "]) {
    await until(one, isSaved);
    // Who keeps sending what is no message is cut.
    for (let index = 0; index < 25; index += 1)
      one.line.emit("sync", "", "nothing" as never, () => undefined);
    await until(one, ({ isSeated }) => !isSeated);
    write(one, words);
    await until(one, isSaved);
  }
  expect(textOf(one)).toBe("c b a Text of The draft");
});

test("a window whose line carries nothing any more, though others are heard on it, does not call its words saved", async () => {
  const [house, network] = await founded();
  const copy = memoryCopy();
  const one = await windowOf(house, network, network.officer, { copy });
  const other = await windowOf(house, network, network.colleague);
  for (const each of [one, other]) await until(each, isSaved);
  // What the window says stays in the machine, as if it had been sent; what it is told still arrives.
  const transport: unknown = one.line.io.engine.transport;
  const sending = transport as { write(): void; emitReserved(name: "drain"): void };
  sending.write = () => setTimeout(() => sending.emitReserved("drain"));
  write(one, "Heard by nobody. ");
  write(other, "Heard by all. ");
  await until(one, () => textOf(one).includes("Heard by all. "));
  await until(one, ({ keeping }) => keeping.kind === "on-this-device");
  expect(one.line.connected).toBe(true);
  expect(copy.unsent).toHaveLength(1);
  one.line.io.engine.close();
  await until(one, isSaved);
  await until(other, () => textOf(other).includes("Heard by nobody. "));
  await until(one, () => textOf(one) === textOf(other));
});

test("a tab that slept while others wrote for days and the server was renewed wakes with all of it, and its own words once", async () => {
  const [house, network] = await founded();
  const asleep = await windowOf(house, network, network.officer);
  await until(asleep, isSaved);
  asleep.line.disconnect();
  write(asleep, "Before the sleep. ");
  for (const day of ["Monday", "Tuesday", "Wednesday"]) {
    const other = await windowOf(house, network, network.colleague);
    await until(other, isSaved);
    for (let index = 0; index < 40; index += 1) write(other, `${day} ${index}. `);
    await until(other, isSaved);
    other.session.close();
    await house.restart();
  }
  asleep.line.connect();
  await until(asleep, isSaved);
  const watcher = await windowOf(house, network, network.colleague);
  await until(watcher, isSaved);
  for (const each of [asleep, watcher]) {
    expect(textOf(each).match(/Before the sleep\. /g)).toHaveLength(1);
    expect(textOf(each).match(/(Mon|Tues|Wednes)day \d+\. /g)).toHaveLength(120);
  }
  expect(textOf(watcher)).toBe(textOf(asleep));
});

test("whoever may write no more gets the words that were not taken, and the text as it is", async () => {
  const [house, network] = await founded();
  const { officer, draft } = network;
  const guest = await guestWriter(network);
  const copy = memoryCopy();
  const one = await windowOf(house, network, guest, { copy });
  await until(one, isSaved);
  one.line.disconnect();
  write(one, "Not taken. ");
  await until(one, ({ keeping }) => keeping.kind === "on-this-device");
  await namePerson(officer, draft.id, { personId: guest.personId, level: "reader" });
  const { shared } = one.session.view;
  one.line.connect();
  await until(one, ({ refusal, isSeated }) => refusal !== null && isSeated);
  expect(one.session.view).toMatchObject({
    refusal: "forbidden",
    mayWrite: false,
    keeping: { kind: "saved" },
  });
  expect(one.session.view.shared).not.toBe(shared);
  expect(textOf(one)).toBe("Text of The draft");
  expect(one.session.view.aside).toEqual([
    { key: expect.any(Number) as number, words: "Not taken. Text of The draft", at: "" },
  ]);
  expect(copy.unsent).toEqual([]);
  const [aside] = one.session.view.aside;
  if (aside) await one.session.drop(aside);
  expect([one.session.view.aside, await copy.readAside()]).toEqual([[], []]);
});

test("refused while writing, one goes on from what the server has, and what is written then is taken", async () => {
  const [house, network] = await founded();
  const one = await windowOf(house, network, network.officer);
  await until(one, isSaved);
  // 1.2 MB at once is more than an update may have.
  write(one, "x".repeat(1_200_000));
  await until(one, ({ refusal, isSeated }) => refusal !== null && isSeated);
  expect(one.session.view.refusal).toBe("update-too-large");
  expect(one.session.view.aside[0]?.words.length).toBeGreaterThan(1_200_000);
  write(one, "Short. ");
  await until(one, isSaved);
  expect(textOf(one)).toBe("Short. Text of The draft");
});

test("where the right to read has ended, what the device has goes, and nothing comes any more", async () => {
  const [house, network] = await founded();
  const { officer, draft } = network;
  const guest = await guestWriter(network);
  const copy = memoryCopy();
  const one = await windowOf(house, network, guest, { copy });
  await until(one, isSaved);
  await unnamePerson(officer, draft.id, { personId: guest.personId });
  await until(one, ({ phase }) => phase === "gone");
  await expect.poll(() => copy.read()).toBeNull();
  expect(one.session.view.aside).toEqual([]);
});

test("what was not handed in when the right to read ended stays its writer's to copy", async () => {
  const [house, network] = await founded();
  const { officer, draft } = network;
  const guest = await guestWriter(network);
  const one = await windowOf(house, network, guest);
  await until(one, isSaved);
  one.line.disconnect();
  write(one, "Mine. ");
  await unnamePerson(officer, draft.id, { personId: guest.personId });
  one.line.connect();
  await until(one, ({ phase, aside }) => phase === "gone" && typeof aside[0]?.key === "number");
  expect(one.session.view.aside[0]?.words).toContain("Mine. ");
});

test("an editor of an older schema hands in what it holds, gets nothing, and says so", async () => {
  const [house, network] = await founded();
  const copy = memoryCopy();
  const before = await windowOf(house, network, network.officer, { copy });
  await until(before, isSaved);
  before.line.disconnect();
  write(before, "From before. ");
  await until(before, ({ keeping }) => keeping.kind === "on-this-device");
  before.session.close();
  const newer = await windowOf(house, network, network.colleague);
  await until(newer, isSaved);
  write(newer, "New. ");
  await until(newer, isSaved);

  const old = await windowOf(house, network, network.officer, { copy, schema: documentSchemaVersion - 1 });
  await until(old, ({ phase, keeping }) => phase === "outdated" && keeping.kind === "saved");
  await until(newer, () => textOf(newer).includes("From before. "));
  expect(textOf(old)).not.toContain("New. ");
  await expect.poll(() => copy.unsent).toEqual([]);
});

test("where the device takes nothing and there is no line, the screen says that it cannot be saved", async () => {
  const [house, network] = await founded();
  const copy = memoryCopy();
  const one = await windowOf(house, network, network.officer, { copy });
  const without = await windowOf(house, network, network.colleague, { copy: null });
  for (const each of [one, without]) await until(each, isSaved);
  copy.isFull = true;
  for (const each of [one, without]) {
    each.line.disconnect();
    write(each, "Nowhere. ");
    await until(each, ({ keeping }) => keeping.kind === "failed");
    each.line.connect();
    await until(each, isSaved);
  }
  expect(textOf(one).match(/Nowhere\. /g)).toHaveLength(2);
});

test("while the server's disk fails, what one writes is on this device only; when it is well again, it is saved", async () => {
  const [house, network] = await founded();
  const one = await windowOf(house, network, network.officer);
  await until(one, isSaved);
  const letGo = await hold(house.file);
  write(one, "Waits. ");
  await until(one, ({ keeping }) => keeping.kind === "on-this-device");
  await letGo();
  await until(one, isSaved);
  expect(textOf(one)).toBe("Waits. Text of The draft");
});
