// The live document on the server: what it takes is relayed at once, acknowledged when it is on the disk, and never lost after that.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { textLimit } from "~/domain/documents/document";
import { stateLimit, updateLimit, type LiveDocument, type Sender } from "~/domain/documents/live-document";
import {
  createLiveDocuments,
  type LiveDocuments,
  type LiveOptions,
} from "~/domain/documents/live-documents.server";
import type { Relayed } from "~/domain/documents/live-relay";
import { drawnBelow } from "../../support/drawn";
import { hold } from "../../support/held-file";

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "torg-live-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "texts.sqlite");
}

function openDocuments(
  file = scratch(),
  options: Partial<LiveOptions> = {},
): LiveDocuments & { file: string } {
  const documents = createLiveDocuments({ file, ...options });
  onTestFinished(() => documents.close(0));
  return Object.assign(documents, { file });
}

/** Somebody's editor: each edit comes out as an update. */
function editor(name: string, known?: LiveDocument) {
  const doc = new Y.Doc({ gc: false });
  const updates: Uint8Array[] = [];
  if (known) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known.doc));
  doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "relay" && updates.push(update));
  const from: Sender = { personId: name, clientIds: [doc.clientID], origin: name };
  const text = doc.getText("text");
  return {
    doc,
    from,
    text: () => text.toString(),
    hear: (update: Uint8Array) => Y.applyUpdate(doc, update, "relay"),
    /** What is written, as one update. */
    write: (words: string, at = text.length) => {
      doc.transact(() => text.insert(at, words));
      return updates.pop() ?? new Uint8Array();
    },
    erase: (at: number, length: number) => {
      doc.transact(() => text.delete(at, length));
      return updates.pop() ?? new Uint8Array();
    },
  };
}

const textOf = (document: LiveDocument) => document.doc.getText("text").toString();

/** The text as somebody finds it who starts the server on this file. */
async function afterRestart(file: string, id = "one"): Promise<string> {
  const documents = createLiveDocuments({ file });
  try {
    return textOf((await documents.open(id)).document);
  } finally {
    await documents.close(1_000);
  }
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: { kind?: string; reason?: string }) =>
      error.kind === "update-refused" ? error.reason : String(error),
  );

test("what is received is relayed at once, and acknowledged when it is in the log", async () => {
  const { open, file, states } = openDocuments();
  const { document } = await open("one");
  const relayed: Relayed[] = [];
  document.onRelay((message) => relayed.push(message));
  const ona = editor("ona");
  const acknowledged = document.receive(ona.write("Seniūnaitijos susitikimas"), ona.from);
  expect(textOf(document)).toBe("Seniūnaitijos susitikimas");
  expect(relayed).toMatchObject([{ edits: 1, origin: "ona" }]);
  expect(await acknowledged).toBe(1);
  expect((await states.read("one")).writers).toEqual(new Map([[ona.doc.clientID, "ona"]]));
  const andrei = editor("andrei");
  for (const { update } of relayed) andrei.hear(update);
  expect(andrei.text()).toBe("Seniūnaitijos susitikimas");
  expect(await afterRestart(file)).toBe("Seniūnaitijos susitikimas");
});

test("what is written quickly is relayed merged, at most every few milliseconds, and nothing is missing", async () => {
  const { document } = await openDocuments().open("one");
  const relayed: Relayed[] = [];
  document.onRelay((message) => relayed.push(message));
  const ona = editor("ona");
  const andrei = editor("andrei");
  await Promise.all(
    Array.from({ length: 100 }, (_, index) => {
      const writer = index % 2 ? ona : andrei;
      return document.receive(writer.write("x"), writer.from);
    }),
  );
  await vi.waitFor(() => expect(relayed.reduce((sum, { edits }) => sum + edits, 0)).toBe(100));
  expect(relayed.length).toBeLessThan(50);
  expect(relayed[0]).toMatchObject({ edits: 1 });
  expect(relayed[1]?.origin, "it came from two").toBeUndefined();
  const reader = editor("reader");
  for (const { update } of relayed) reader.hear(update);
  expect(reader.text()).toHaveLength(100);
});

test("an update that comes twice is acknowledged twice and stands once", async () => {
  const { open, states } = openDocuments();
  const { document } = await open("one");
  const relayed: Relayed[] = [];
  document.onRelay((message) => relayed.push(message));
  const ona = editor("ona");
  const update = ona.write("once");
  // The acknowledgement was lost on the way, so that the editor sends it again; also while the first is still under way.
  const numbers = await Promise.all([document.receive(update, ona.from), document.receive(update, ona.from)]);
  expect([...numbers, await document.receive(update, ona.from)]).toEqual([1, 1, 1]);
  expect(textOf(document)).toBe("once");
  expect([(await states.read("one")).head, relayed.length]).toEqual([1, 1]);
});

test("updates that come in another order stand when the earlier one is there, also over a restart between", async () => {
  const documents = openDocuments();
  const ona = editor("ona");
  const [first, second, third] = [ona.write("a"), ona.write("b"), ona.write("c")];
  const { document } = await documents.open("one");
  await document.receive(third, ona.from);
  await document.receive(second, ona.from);
  expect(textOf(document)).toBe("");
  await documents.close(1_000);
  const again = openDocuments(documents.file);
  const opened = await again.open("one");
  await opened.document.receive(first, ona.from);
  expect(textOf(opened.document)).toBe("abc");
  expect(await afterRestart(documents.file)).toBe("abc");
});

test("a delete alone is new, too: it is relayed and kept", async () => {
  const { open, file } = openDocuments();
  const { document } = await open("one");
  const ona = editor("ona");
  await document.receive(ona.write("all of this"), ona.from);
  const relayed: Relayed[] = [];
  document.onRelay((message) => relayed.push(message));
  await document.receive(ona.erase(3, 8), ona.from);
  await vi.waitFor(() => expect(relayed).toHaveLength(1));
  expect([textOf(document), await afterRestart(file)]).toEqual(["all", "all"]);
});

test("joining with everything one has is not told to the others again", async () => {
  const { document } = await openDocuments().open("one");
  const ona = editor("ona");
  await document.receive(ona.write("text"), ona.from);
  await document.receive(ona.erase(0, 1), ona.from);
  await new Promise((resolve) => setTimeout(resolve, 10));
  const relayed: Relayed[] = [];
  document.onRelay((message) => relayed.push(message));
  await document.receive(Y.encodeStateAsUpdate(ona.doc), ona.from);
  await document.receive(ona.write("s"), ona.from);
  expect(relayed).toHaveLength(1);
});

test("all who come at once get the same document", async () => {
  const documents = openDocuments();
  const seats = await Promise.all(Array.from({ length: 20 }, () => documents.open("one")));
  expect(new Set(seats.map(({ document }) => document)).size).toBe(1);
  for (const seat of seats.slice(1)) seat.leave();
  seats[1]?.leave();
  await documents.flush();
  expect(documents.isOpen("one"), "one of them is still there").toBe(true);
  seats[0]?.leave();
  await vi.waitFor(() => expect(documents.isOpen("one")).toBe(false));
});

test("who comes back while the document is being closed finds it alive, with what was written last", async () => {
  const documents = openDocuments();
  const following = vi.fn<(text: string) => Promise<void>>();
  let finish = (): void => undefined;
  documents.followBy({
    read: textOf,
    write: async (_id, text) => {
      await following(text);
      await new Promise<void>((resolve) => (finish = resolve));
    },
  });
  const first = await documents.open("one");
  const ona = editor("ona");
  await first.document.receive(ona.write("before "), ona.from);
  first.leave();
  // The last one has left, and what follows the text is being written.
  await vi.waitFor(() => expect(following).toHaveBeenCalledWith("before "));
  const back = await documents.open("one");
  expect(back.document).toBe(first.document);
  await back.document.receive(ona.write("after"), ona.from);
  finish();
  await vi.waitFor(() => expect(following).toHaveBeenLastCalledWith("before after"));
  finish();
  expect([documents.isOpen("one"), textOf(back.document)]).toEqual([true, "before after"]);
  back.leave();
  await vi.waitFor(() => expect(documents.isOpen("one")).toBe(false));
  expect(await afterRestart(documents.file)).toBe("before after");
});

test("comings and goings without a pause lose nothing", async () => {
  const documents = openDocuments();
  const people = Array.from({ length: 4 }, (_, index) => editor(`person ${index}`));
  await Promise.all(
    people.map(async ({ write, from }, person) => {
      for (let round = 0; round < 25; round += 1) {
        const seat = await documents.open("one");
        const received = seat.document.receive(write(`${person}.${round} `), from);
        // Some leave before they are answered, as a closed tab does.
        if (round % 2) await received;
        seat.leave();
        await received;
      }
    }),
  );
  await vi.waitFor(() => expect(documents.isOpen("one")).toBe(false));
  const words = (await afterRestart(documents.file)).trim().split(" ");
  expect([words.length, new Set(words).size]).toEqual([100, 100]);
});

test("malformed updates are refused and counted, and the document stays as it was", async () => {
  const documents = openDocuments();
  const { document } = await documents.open("one");
  const ona = editor("ona");
  await document.receive(ona.write("Good words stay."), ona.from);
  const update = ona.write("more");
  const malformed = [
    new Uint8Array(),
    new Uint8Array([255]),
    new Uint8Array(500).fill(255),
    update.subarray(0, update.length - 3),
    leaningOnItself(),
  ];
  for (const bytes of malformed) expect(await refusal(document.receive(bytes, ona.from))).toBe("malformed");
  expect(documents.figures().refused).toEqual({ malformed: malformed.length });
  expect(textOf(document)).toBe("Good words stay.");
  expect(await refusal(document.receive(update, ona.from))).toBe("taken");
});

/** An item that names as its left neighbour one that its own client never wrote. */
function leaningOnItself(): Uint8Array {
  const clock = (number: number) => [number];
  // One client with one struct: client 5 from clock 0; a string with an origin (5, 9); nothing deleted.
  return new Uint8Array([1, 1, ...clock(5), ...clock(0), 0x84, 5, 9, 1, 0x61, 0]);
}

test("updates with bytes turned at random neither break the document nor part it from its readers", async () => {
  const seed = Number(process.env.SEED ?? 20_200_403);
  const random = drawnBelow(seed);
  const documents = openDocuments(undefined, { pace: { perSecond: 1e6, burst: 1e6 } });
  const { document } = await documents.open("one");
  const reader = editor("reader");
  let resets = 0;
  document.onReset(() => (resets += 1));
  document.onRelay(({ update }) => reader.hear(update));
  const answers = new Map<string, number>();
  for (let round = 0; round < 400; round += 1) {
    const writer = editor("writer", document);
    writer.doc.clientID = 1_000 + round;
    const update = writer.write(`${round} `, random(writer.text().length + 1));
    for (let turned = random(3); turned >= 0; turned -= 1) update[random(update.length)] = random(256);
    const answer = (await refusal(document.receive(update, { ...writer.from, clientIds: [] }))) ?? "";
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    writer.doc.destroy();
  }
  console.log(`seed ${seed}: ${[...answers].map(([answer, count]) => `${count} ${answer}`).join(", ")}`);
  expect([...answers.keys()].sort()).toEqual(["malformed", "taken"]);
  expect(resets).toBe(0);
  await vi.waitFor(() => expect(reader.text()).toBe(textOf(document)));
  expect(await afterRestart(documents.file)).toBe(textOf(document));
});

test("an update over 1 MB, a text over 2 MB and a state over 10 MB are refused; what is there already, and deleting, is not", async () => {
  const documents = openDocuments();
  const { document } = await documents.open("one");
  const told: boolean[] = [];
  document.onFullness(({ isNear }) => told.push(isNear));
  const ona = editor("ona");
  expect(await refusal(document.receive(ona.write("x".repeat(updateLimit)), ona.from))).toBe(
    "update-too-large",
  );
  const part = textLimit / 4;
  const writer = editor("ona");
  const updates = [1, 2, 3].map(() => writer.write("x".repeat(part)));
  for (const update of updates) await document.receive(update, writer.from);
  expect([told, document.fullness().isNear]).toEqual([[], false]);
  await document.receive(writer.write("y".repeat(part / 2)), writer.from);
  await vi.waitFor(() => expect(told).toEqual([true]), { timeout: 2_000 });
  expect(document.fullness()).toMatchObject({ text: part * 3.5, isNear: true });

  const over = writer.write("z".repeat(part));
  expect(await refusal(document.receive(over, writer.from))).toBe("text-too-large");
  expect(await refusal(document.receive(updates[0] ?? over, writer.from)), "it is there already").toBe(
    "taken",
  );
  const other = editor("ona", document);
  expect(await refusal(document.receive(other.erase(0, part), other.from)), "deleting makes room").toBe(
    "taken",
  );
  // The refused text was never there, so that its writer begins again from what the server has.
  expect(await refusal(document.receive(other.write("z".repeat(part)), other.from))).toBe("taken");
  await vi.waitFor(() => expect(document.fullness().isNear).toBe(true));

  // Deleted text counts for the state.
  let answer: string | undefined = "taken";
  for (let round = 0; round < 20 && answer === "taken"; round += 1) {
    const again = editor("ona", document);
    await document.receive(again.erase(0, part), again.from);
    answer = await refusal(document.receive(again.write("w".repeat(part)), again.from));
  }
  expect(answer).toBe("state-too-large");
  expect(Y.encodeStateAsUpdate(document.doc).length).toBeLessThan(stateLimit);
});

test("a client id belongs to whom it was first said of, also after a restart", async () => {
  const documents = openDocuments();
  const { document } = await documents.open("one");
  const ona = editor("ona");
  await document.receive(ona.write("a"), ona.from);
  const stolen = { ...ona.from, personId: "andrei" };
  expect(await refusal(document.receive(ona.write("b"), stolen))).toBe("client-id-taken");
  await documents.close(1_000);
  const again = await openDocuments(documents.file).open("one");
  expect(await refusal(again.document.receive(ona.write("c"), stolen))).toBe("client-id-taken");
  // Her words may be brought by another who has them, as his.
  expect(await refusal(again.document.receive(Y.encodeStateAsUpdate(ona.doc), editor("andrei").from))).toBe(
    "taken",
  );
  expect(textOf(again.document)).toBe("abc");
});

test("who writes too fast is slowed and taken later, in order; nobody else waits, nothing is refused", async () => {
  const documents = openDocuments(undefined, { pace: { perSecond: 50, burst: 20 } });
  const { document } = await documents.open("one");
  const [fast, calm] = [editor("fast"), editor("calm")];
  const flood = Array.from({ length: 1_000 }, (_, index) =>
    document.receive(fast.write(`${index} `), fast.from),
  );
  expect(document.waiting("fast")).toBeGreaterThan(900);
  const taken = document.receive(calm.write("calm"), calm.from);
  // At once, before anything of what waits.
  expect([document.waiting("calm"), textOf(document).includes("calm")]).toEqual([0, true]);
  expect(document.waiting("fast")).toBeGreaterThan(900);
  await taken;
  expect(await Promise.all(flood)).toHaveLength(1_000);
  expect(textOf(document).replace("calm", "").trim().split(" ")).toEqual(
    Array.from({ length: 1_000 }, (_, index) => `${index}`),
  );
  expect(documents.figures().refused).toEqual({});
});

test("what follows a text is written when it has been quiet for a second, and under constant writing within two or so", async () => {
  const documents = openDocuments();
  const written: Array<{ text: string; number: number }> = [];
  documents.followBy({
    read: textOf,
    write: async (_id, text, number) => void written.push({ text, number }),
  });
  const { document } = await documents.open("one");
  const ona = editor("ona");
  // Never quiet for a second, and written all the same.
  let count = 0;
  while (written.length === 0) {
    count += 1;
    await document.receive(ona.write("x"), ona.from);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  count += 1;
  await document.receive(ona.write("x"), ona.from);
  await vi.waitFor(() => expect(written.at(-1)).toEqual({ text: "x".repeat(count), number: count }), {
    timeout: 10_000,
  });
  expect(await documents.states.heads()).toEqual([{ document: "one", number: count }]);
});

test("with a failing disk edits are relayed but not acknowledged, the document stays open, and all is saved when the disk is back", async () => {
  const documents = openDocuments();
  const states: string[] = [];
  documents.onLogState(({ kind }) => states.push(kind));
  const followed: string[] = [];
  documents.followBy({ read: textOf, write: async (_id, text) => void followed.push(text) });
  const seat = await documents.open("one");
  const relayed: Relayed[] = [];
  seat.document.onRelay((message) => relayed.push(message));
  const release = await hold(documents.file);
  const ona = editor("ona");
  let isAcknowledged = false;
  const received = seat.document.receive(ona.write("kept"), ona.from).then(() => (isAcknowledged = true));
  seat.leave();
  await vi.waitFor(() => expect(states).toEqual(["failing"]), { timeout: 2_000 });
  expect([isAcknowledged, relayed.length, documents.isOpen("one"), followed]).toEqual([false, 1, true, []]);
  expect(textOf((await documents.open("one")).document), "who comes now finds it").toBe("kept");
  release();
  await received;
  expect(states).toEqual(["failing", "well"]);
  expect(await afterRestart(documents.file)).toBe("kept");
});

test("stopping while people write: what was received is on the disk, what comes later is refused to be sent again", async () => {
  const documents = openDocuments();
  const followed: string[] = [];
  documents.followBy({ read: textOf, write: async (_id, text) => void followed.push(text) });
  const { document } = await documents.open("one");
  const ona = editor("ona");
  const received = Array.from({ length: 50 }, () => document.receive(ona.write("x"), ona.from));
  const closed = documents.close(3_000);
  const late = ona.write("y");
  expect(await refusal(document.receive(late, ona.from))).toBe("closed");
  await closed;
  expect(await Promise.all(received)).toHaveLength(50);
  expect(followed).toEqual(["x".repeat(50)]);
  const again = await openDocuments(documents.file).open("one");
  await again.document.receive(late, ona.from);
  expect(textOf(again.document)).toBe(`${"x".repeat(50)}y`);
});

test("a damaged stored update is set aside, the rest opens, others are not touched, and who has the text brings it back", async () => {
  const documents = openDocuments();
  const [ona, andrei] = [editor("ona"), editor("andrei")];
  const [one, two] = [await documents.open("one"), await documents.open("two")];
  for (const word of ["first ", "second ", "third"]) await one.document.receive(ona.write(word), ona.from);
  await two.document.receive(andrei.write("another document"), andrei.from);
  await documents.close(1_000);
  const database = new Sqlite(documents.file);
  database.prepare("UPDATE frame SET bytes = zeroblob(length) WHERE document = 'one' AND number = 2").run();
  database.close();

  const again = openDocuments(documents.file);
  const { document } = await again.open("one");
  expect([textOf(document), document.aside]).toEqual(["first ", 1]);
  expect(textOf((await again.open("two")).document)).toBe("another document");
  await again.flush();
  expect(again.figures().damagedFrames).toBe(1);
  await vi.waitFor(async () => expect(await again.states.aside()).toEqual([{ document: "one", frames: 1 }]));
  // She joins: the server asks for all that it has not, and she has it.
  const missing = Y.encodeStateAsUpdate(ona.doc, Y.encodeStateVector(document.doc));
  await document.receive(missing, ona.from);
  expect(textOf(document)).toBe("first second third");
  await again.close(1_000);
  expect(await afterRestart(documents.file)).toBe("first second third");
});

test("damage found while the document is open is healed from the open one", async () => {
  const documents = openDocuments();
  const { document } = await documents.open("one");
  const ona = editor("ona");
  for (const word of ["first ", "second ", "third"]) await document.receive(ona.write(word), ona.from);
  const database = new Sqlite(documents.file);
  database.prepare("UPDATE frame SET bytes = zeroblob(length) WHERE number = 1").run();
  database.close();
  expect(await documents.fold("one", 1)).toBe(false);
  await documents.flush();
  expect(await afterRestart(documents.file)).toBe("first second third");
});

test("folding keeps every update and changes no text, whoever writes meanwhile", async () => {
  const documents = openDocuments();
  const { document } = await documents.open("one");
  const ona = editor("ona");
  for (let index = 0; index < 30; index += 1) await document.receive(ona.write(`${index} `), ona.from);
  const folded = documents.fold("one", 10);
  for (let index = 30; index < 40; index += 1) await document.receive(ona.write(`${index} `), ona.from);
  expect(await folded).toBe(true);
  expect(await documents.fold("one", 50), "not worth it").toBe(false);
  const { sinceFold, head, damaged } = await documents.states.read("one");
  expect([sinceFold <= 10, head, damaged]).toEqual([true, 40, []]);
  const database = new Sqlite(documents.file, { readonly: true });
  const kinds = database.prepare("SELECT kind, COUNT(*) AS count FROM frame GROUP BY kind").all();
  database.close();
  expect(kinds).toEqual([
    { kind: "fold", count: 1 },
    { kind: "update", count: 40 },
  ]);
  expect(await afterRestart(documents.file)).toBe(textOf(document));
});

test("folding that is broken off at any moment loses nothing", async () => {
  const file = scratch();
  const ona = editor("ona");
  for (let delay = 0; delay < 24; delay += 3) {
    const documents = openDocuments(file);
    const { document } = await documents.open("one");
    for (let index = 0; index < 5; index += 1) await document.receive(ona.write("x"), ona.from);
    // Closed without patience: the thread that reads, or the one that writes, is ended in the middle.
    const folded = documents.fold("one", 1);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await documents.close(0);
    await folded;
    expect(await afterRestart(file)).toBe(ona.text());
  }
});

test("a document with a long history is folded when it is closed", async () => {
  const documents = openDocuments();
  const seat = await documents.open("one");
  const ona = editor("ona");
  await Promise.all(Array.from({ length: 120 }, () => seat.document.receive(ona.write("x"), ona.from)));
  seat.leave();
  await vi.waitFor(async () => expect((await documents.states.read("one")).sinceFold).toBe(0));
});

test("the house writes by a difference: what others wrote, and their places in it, stay", async () => {
  const { open, file } = openDocuments();
  const { document } = await open("one");
  const ona = editor("ona");
  await document.receive(ona.write("The plan of the city"), ona.from);
  const place = Y.createRelativePositionFromTypeIndex(document.doc.getText("text"), 16);
  const relayed: Relayed[] = [];
  document.onRelay((message) => relayed.push(message));
  await document.change("andrei", (copy) => copy.getText("text").insert(4, "action "));
  expect(textOf(document)).toBe("The action plan of the city");
  expect(Y.createAbsolutePositionFromRelativePosition(place, document.doc)?.index).toBe(23);
  await vi.waitFor(() => expect(relayed).toHaveLength(1));
  await document.change(null, () => undefined);
  expect(await afterRestart(file)).toBe("The action plan of the city");
});

test("an erased document is told to its readers, and nothing of it is left", async () => {
  const documents = openDocuments();
  const { document } = await documents.open("one");
  const ona = editor("ona");
  await document.receive(ona.write("To be forgotten"), ona.from);
  let isTold = false;
  document.onReset(() => (isTold = true));
  await documents.erase("one");
  expect([isTold, await refusal(document.receive(ona.write("!"), ona.from))]).toEqual([true, "closed"]);
  expect(textOf((await documents.open("one")).document)).toBe("");
});
