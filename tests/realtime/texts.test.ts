// Texts that are written together, over real sockets: who may, what reaches whom, and what an acknowledgement promises.
import { expect, test, vi } from "vitest";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Member } from "~/domain/access/member";
import { endSession, signedIn } from "~/domain/accounts/sessions.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { liveDocuments } from "~/domain/documents/live-documents.server";
import { namePerson } from "~/domain/documents/naming.server";
import { catchUpWithTexts } from "~/domain/documents/projection.server";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { purgeTrash, trashDocument } from "~/domain/documents/trash.server";
import { endRole } from "~/domain/networks/memberships.server";
import { closeNetwork } from "~/domain/networks/network-state.server";
import { database } from "~/platform/db.server";
import { writeSync } from "~/realtime/text-messages";
import { textRefusals } from "~/realtime/text-refusals.server";
import { documentSchemaVersion, textField } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";
import { toDocument } from "~/text/markdown-to-document";
import { foundNetwork, foundPerson, type FoundedNetwork } from "../support/found-network";
import { ask, connected, cookieFor, cut } from "../support/sockets";
import { hold } from "../support/held-file";
import { textClient, textHouse, type TextClient, type TextHouse } from "../support/text-house";

async function clientOf(
  house: TextHouse,
  network: FoundedNetwork,
  member: Member,
  document = network.draft.id,
): Promise<TextClient> {
  return textClient(house, await network.person(member), { network: network.slug, document });
}

test("two write in one text and have the same text, letter for letter", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const ona = await clientOf(house, network, network.officer);
  const andrei = await clientOf(house, network, network.colleague);
  expect(await ona.join()).toMatchObject({ ok: true, value: { mayWrite: true, isSaving: true } });
  expect(await andrei.join()).toMatchObject({ ok: true, value: { mayWrite: true } });
  expect(ona.markdown().trim()).toBe("Text of The draft");
  const [first, second] = await Promise.all([ona.type("Alytus. "), andrei.type("Barnsley. ")]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: true });
  const isWhole = (client: TextClient) =>
    client.markdown().includes("Alytus. ") && client.markdown().includes("Barnsley. ");
  await ona.until(() => isWhole(ona));
  await andrei.until(() => isWhole(andrei));
  expect(ona.markdown()).toBe(andrei.markdown());
});

test("strangers, former members and those of other cities cannot join, as if nothing were there", async () => {
  const [house, network, elsewhere] = await Promise.all([textHouse(), foundNetwork(), foundNetwork()]);
  const place = { network: network.slug, document: network.draft.id };
  const people = [
    await foundPerson(),
    network.formerOfficer,
    await elsewhere.person(elsewhere.officer),
    await network.person(network.leadPartner),
    await network.person(network.observer),
  ];
  for (const person of people) {
    const client = await textClient(house, person, place);
    expect(await client.join()).toEqual({ ok: false, refusal: "not-found" });
    expect(await client.update(new Uint8Array([0, 0]))).toEqual({ ok: false, refusal: "not-joined" });
  }
  await expect(connected(house.sockets.textSocket(undefined))).rejects.toThrow("not-found");
  const cookie = "torg.session_token=forged.c2lnbmF0dXJl";
  await expect(connected(house.sockets.textSocket(cookie))).rejects.toThrow("not-found");
});

test("a line for one person is refused where the session is another's, as a page left open has it", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const [writer, other] = [await network.person(network.officer), await network.person(network.colleague)];
  const cookie = await cookieFor(other);
  const socket = house.sockets.textSocket(cookie);
  socket.auth = { person: writer.id };
  await expect(connected(socket)).rejects.toThrow("not-found");
  socket.auth = { person: other.id };
  await connected(socket);
});

/** What is in the rows: the text as Markdown, and its revision. */
async function rowsOf(id: string): Promise<{ text: string; revision: number }> {
  return database().read.document.findUniqueOrThrow({
    where: { id },
    select: { text: true, revision: true },
  });
}

test("a reader sees what is written and cannot write: refused, told to begin anew, and nothing of it stands", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  await openWorkingText(network.officer, network.draft.id, { visibility: "local-group" });
  const writer = await clientOf(house, network, network.officer);
  const reader = await clientOf(house, network, network.localGroupMember);
  await writer.join();
  expect(await reader.join()).toMatchObject({ ok: true, value: { mayWrite: false } });
  await writer.type("Seen. ");
  await reader.until(() => reader.markdown().includes("Seen. "));
  expect(await reader.type("Not mine. ")).toEqual({ ok: false, refusal: "forbidden" });
  await reader.until(() => reader.heard.length > 0);
  expect(reader.heard).toEqual([["reset", { document: network.draft.id, refusal: "forbidden" }]]);
  expect(await reader.type("Nor this. "), "the seat is over").toEqual({ ok: false, refusal: "not-joined" });
  const anew = await clientOf(house, network, network.localGroupMember);
  await anew.join();
  expect(anew.markdown().trim()).toBe("Seen. Text of The draft");
});

test("names, colours and ids beside carets are the server's; readers have no caret; who goes is gone", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  await openWorkingText(network.officer, network.draft.id, { visibility: "local-group" });
  const writer = await clientOf(house, network, network.officer);
  const reader = await clientOf(house, network, network.localGroupMember);
  const watcher = await clientOf(house, network, network.colleague);
  for (const client of [watcher, writer, reader]) await client.join();
  writer.point({ anchor: 1, head: 2 }, { user: { id: "somebody", name: "Somebody else" }, note: "x" });
  reader.point({ anchor: 3, head: 3 });
  await watcher.until(() => watcher.others().length === 2);
  const { personId, name } = network.officer;
  expect(watcher.others().find(({ mayWrite }) => mayWrite)).toEqual({
    user: { id: personId, name, colour: expect.any(Number) as number },
    mayWrite: true,
    cursor: { anchor: 1, head: 2 },
  });
  expect(watcher.others().find(({ mayWrite }) => !mayWrite)).toMatchObject({ cursor: null });
  // What is too large, of somebody else, or nothing at all, nobody hears of.
  writer.socket.emit("awareness", network.draft.id, new Uint8Array(10_000));
  writer.socket.emit(
    "awareness",
    network.draft.id,
    encodeAwarenessUpdate(reader.awareness, [reader.doc.clientID]),
  );
  writer.point({ anchor: "x".repeat(2_000) });
  await watcher.until(() => watcher.others().some(({ mayWrite, cursor }) => mayWrite && cursor === null));
  const late = await clientOf(house, network, network.colleague);
  await late.join();
  expect(
    late
      .others()
      .map(({ user }) => user.name)
      .sort(),
  ).toEqual(["Local group member", "Officer"]);
  writer.socket.disconnect();
  await watcher.until(() => watcher.others().length === 1);
});

test("whoever may write no more is told, and their next edit is refused", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, localGroupMember, draft } = network;
  await openWorkingText(officer, draft.id, { visibility: "local-group" });
  await namePerson(officer, draft.id, { personId: localGroupMember.personId, level: "writer" });
  const client = await clientOf(house, network, localGroupMember);
  expect(await client.join()).toMatchObject({ ok: true, value: { mayWrite: true } });
  expect(await client.type("Still. ")).toMatchObject({ ok: true });
  await namePerson(officer, draft.id, { personId: localGroupMember.personId, level: "reader" });
  await client.until(() => client.heard.length > 0);
  expect(client.heard).toEqual([["rights", { document: draft.id, mayWrite: false }]]);
  expect(await client.type("No more. ")).toEqual({ ok: false, refusal: "forbidden" });
});

test("nobody writes in a network that was closed meanwhile", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const client = await clientOf(house, network, network.officer);
  await client.join();
  await closeNetwork(network.leadPartner);
  await client.until(() => client.heard.length > 0);
  expect(client.heard).toEqual([["rights", { document: network.draft.id, mayWrite: false }]]);
  expect(await client.type("Late. ")).toEqual({ ok: false, refusal: "forbidden" });
});

test("whoever is no member any more leaves the text, and hears nothing of it", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, leadPartner, draft, networkId } = network;
  const stays = await clientOf(house, network, officer);
  const goes = await clientOf(house, network, colleague);
  await stays.join();
  await goes.join();
  const { id } = await database().read.membership.findFirstOrThrow({
    where: { networkId, personId: colleague.personId },
  });
  await endRole(leadPartner, { membershipId: id });
  await goes.until(() => goes.heard.length > 0);
  expect(goes.heard).toEqual([["left", { document: draft.id, refusal: "not-found" }]]);
  expect(await goes.type("Still here? ")).toEqual({ ok: false, refusal: "not-joined" });
  expect(await stays.type("Alone. ")).toMatchObject({ ok: true });
  expect(await goes.join()).toEqual({ ok: false, refusal: "not-found" });
  expect(goes.markdown()).not.toContain("Alone. ");
});

test("a role that ends at an instant ends the seat at that instant", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { personId } = network.colleague;
  const client = await clientOf(house, network, network.colleague);
  await database().write((transaction) =>
    transaction.membership.updateMany({ where: { personId }, data: { until: new Date(Date.now() + 500) } }),
  );
  await client.join();
  await client.until(() => client.heard.length > 0);
  expect(client.heard).toEqual([["left", { document: network.draft.id, refusal: "not-found" }]]);
});

test("signing out cuts the line of texts as well", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const cookie = await cookieFor(await network.person(network.officer));
  const socket = await connected(house.sockets.textSocket(cookie));
  const ended = cut(socket);
  const own = await signedIn(cookie);
  if (own) await endSession(own, own.sessionId);
  expect(await ended).toBe("io server disconnect");
});

test("what is malformed or too large is refused and counted, and disturbs nobody", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const ona = await clientOf(house, network, network.officer);
  const other = await clientOf(house, network, network.colleague);
  await other.join();
  const before = textRefusals();
  for (const message of [null, 7, "text", {}, new Uint8Array(), new Uint8Array([9, 9, 9])]) {
    await ona.join();
    expect(await ona.send(message)).toEqual({ ok: false, refusal: "malformed" });
  }
  await ona.join();
  expect(await ona.update(new Uint8Array([255, 255, 255, 1]))).toEqual({ ok: false, refusal: "malformed" });
  await ona.join();
  expect(await ona.update(new Uint8Array(1_200_000))).toEqual({ ok: false, refusal: "update-too-large" });
  expect(textRefusals().malformed).toBe((before.malformed ?? 0) + 7);
  expect(textRefusals()["update-too-large"]).toBe((before["update-too-large"] ?? 0) + 1);
  const ended = cut(ona.socket);
  ona.update(new Uint8Array(3_000_000)).catch(() => undefined);
  await ended;
  expect(textRefusals()["update-too-large"]).toBe((before["update-too-large"] ?? 0) + 2);
  for (const message of [null, {}, { network: network.slug, document: "x", schema: 1, client: -1 }])
    expect(await ask(other.socket, "join", message)).toEqual({ ok: false, refusal: "invalid" });
  expect(await other.type("Undisturbed. ")).toMatchObject({ ok: true });
});

test("whoever keeps sending what is no message is cut", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const client = await clientOf(house, network, network.officer);
  const ended = cut(client.socket);
  for (let index = 0; index < 25; index += 1) void client.send("nothing").catch(() => undefined);
  expect(await ended).toBe("io server disconnect");
});

test("an editor of an older schema hands in what it holds and is given nothing", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const fresh = await clientOf(house, network, network.officer);
  const old = await clientOf(house, network, network.colleague);
  await fresh.join();
  // It was here before the house was renewed.
  await old.join();
  const held = old.write("Written on the train. ");
  expect(await old.join({ schema: documentSchemaVersion - 1 })).toMatchObject({
    ok: true,
    value: { isOutdated: true, schema: documentSchemaVersion, fullness: null },
  });
  expect(held.length).toBeGreaterThan(2);
  expect(await old.handIn()).toMatchObject({ ok: true, value: { number: expect.any(Number) as number } });
  await fresh.until(() => fresh.markdown().includes("Written on the train. "));
  expect(await old.send(writeSync({ step: "has", bytes: new Uint8Array([0]) }))).toEqual({
    ok: false,
    refusal: "outdated",
  });
  const told = vi.fn();
  old.socket.on("sync", told);
  await fresh.type("New. ");
  await old.handIn();
  expect(told).not.toHaveBeenCalled();
});

test("an edit is acknowledged only when it is on the disk; a failing disk is told to all, and taken back", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const ona = await clientOf(house, network, network.officer);
  const andrei = await clientOf(house, network, network.colleague);
  await ona.join();
  await andrei.join();
  const letGo = await hold(house.file);
  let isAcknowledged = false;
  const answer = ona.type("Held back. ").then((given) => {
    isAcknowledged = true;
    return given;
  });
  await andrei.until(() => andrei.markdown().includes("Held back. "));
  for (const client of [ona, andrei]) {
    await client.until(() => client.heard.length > 0);
    expect(client.heard).toEqual([["saving", { isSaving: false }]]);
  }
  expect(isAcknowledged).toBe(false);
  const late = await clientOf(house, network, network.colleague);
  expect(await late.join()).toMatchObject({ ok: true, value: { isSaving: false } });
  letGo();
  expect(await answer).toMatchObject({ ok: true });
  await andrei.until(() => andrei.heard.length > 1);
  expect(andrei.heard.at(-1)).toEqual(["saving", { isSaving: true }]);
});

test("after a restart in the middle of writing everybody comes back and nothing is missing or doubled", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const person = await network.person(network.officer);
  const place = { network: network.slug, document: network.draft.id };
  const before = await textClient(house, person, place);
  await before.join();
  expect(await before.type("Acknowledged. ")).toMatchObject({ ok: true });
  const ended = cut(before.socket);
  await house.restart();
  await ended;
  before.write("While away. ");
  const after = await textClient(house, person, place);
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(before.doc));
  expect(await after.join({ earlier: [before.doc.clientID] })).toMatchObject({ ok: true });
  expect(await after.handIn()).toMatchObject({ ok: true });
  // The acknowledgement was lost on the way: handed in again.
  expect(await after.handIn()).toMatchObject({ ok: true });
  const other = await clientOf(house, network, network.colleague);
  await other.join();
  expect(other.markdown().trim()).toBe("While away. Acknowledged. Text of The draft");
});

test("what comes twice, or in another order, stands once and in its place", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const ona = await clientOf(house, network, network.officer);
  const other = await clientOf(house, network, network.colleague);
  await ona.join();
  await other.join();
  const updates = ["three ", "two ", "one "].map((word) => ona.write(word));
  for (const place of [2, 0, 2, 1, 0]) {
    const update = updates[place];
    if (update) expect(await ona.update(update)).toMatchObject({ ok: true });
  }
  await other.until(() => other.markdown().includes("one two three "));
  expect(other.markdown()).toBe(ona.markdown());
});

test("whoever writes faster than anybody can is slowed, and every edit is taken and acknowledged", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const ona = await clientOf(house, network, network.officer);
  const other = await clientOf(house, network, network.colleague);
  await ona.join();
  await other.join();
  const answers = await Promise.all(Array.from({ length: 1_500 }, () => ona.type("x")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1_500);
  await other.until(() => other.markdown().startsWith("x".repeat(1_500)));
});

test("a text in Markdown is converted once, whoever comes first, and its revision stays", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const text = "# Heading\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
  await saveDocument(officer, draft.id, { title: "T", language: "en", text, revision: 1 });
  const clients = [await clientOf(house, network, officer), await clientOf(house, network, colleague)];
  await Promise.all(clients.map((client) => client.join()));
  const said = toMarkdown(toDocument(text));
  expect(clients.map((client) => client.markdown())).toEqual([said, said]);
  const { parts, head } = await liveDocuments().states.read(draft.id);
  expect([parts.length > 0, head]).toEqual([true, 1]);
  await liveDocuments().flush();
  expect(await rowsOf(draft.id)).toEqual({ text: said, revision: 2 });
});

test("what is written follows into the rows as a save of whoever wrote last", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  const andrei = await clientOf(house, network, colleague);
  await ona.join();
  await andrei.join();
  await ona.type("Ona. ");
  await andrei.type("Andrei. ");
  await vi.waitFor(async () => expect((await rowsOf(draft.id)).text).toContain("Andrei. "), 3_000);
  expect(await rowsOf(draft.id)).toEqual({ text: ona.markdown(), revision: 2 });
  const { saves } = await database().read.document.findUniqueOrThrow({
    where: { id: draft.id },
    select: { saves: { orderBy: { revision: "desc" }, take: 1 } },
  });
  expect(saves).toMatchObject([{ revision: 2, savedById: colleague.personId, text: ona.markdown() }]);
});

test("what a form saves goes into the text that others have open; where they wrote meanwhile it is a conflict", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  await ona.join();
  const form = { title: "The draft", language: "en" as const, revision: 1 };
  const text = "Text of The draft, by a form\n";
  expect(await saveDocument(colleague, draft.id, { ...form, text })).toEqual({ revision: 2 });
  await ona.until(() => ona.markdown().includes("by a form"));
  await ona.type("Live. ");
  const late = saveDocument(colleague, draft.id, { ...form, revision: 2, text: "All mine" });
  await expect(late).rejects.toMatchObject({
    refusal: { kind: "conflict", current: { revision: 3, text: ona.markdown() } },
  });
  expect(ona.markdown().trim()).toBe("Live. Text of The draft, by a form");
  // Nobody has it open any more: it goes the same way.
  ona.socket.disconnect();
  await saveDocument(colleague, draft.id, { ...form, revision: 3, text: "Closed\n" });
  const again = await clientOf(house, network, officer);
  await again.join();
  expect(again.markdown()).toBe("Closed\n");
  expect(await rowsOf(draft.id)).toEqual({ text: "Closed\n", revision: 4 });
});

test("a form saves nothing over what this house does not know, and loses nothing either", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  await ona.join();
  const strange = ona.edit((root) => root.insert(0, [new Y.XmlElement("hologram")]));
  expect(await ona.update(strange)).toMatchObject({ ok: true });
  const form = { title: "The draft", language: "en" as const, revision: 1, text: "Typed" };
  await expect(saveDocument(colleague, draft.id, form)).rejects.toMatchObject({
    refusal: { kind: "conflict" },
  });
  expect(liveDocuments().isOpen(draft.id)).toBe(true);
  const other = await clientOf(house, network, colleague);
  await other.join();
  expect(other.doc.getXmlFragment(textField).toString()).toContain("hologram");
});

test("what is emptied from the trash is gone from the log, too", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, draft } = network;
  const client = await clientOf(house, network, officer);
  await client.join();
  await client.type("Words that go. ");
  await trashDocument(officer, draft.id);
  await client.until(() => client.heard.length > 0);
  expect(client.heard).toEqual([["left", { document: draft.id, refusal: "not-found" }]]);
  await liveDocuments().flush();
  expect((await liveDocuments().states.heads()).map(({ document }) => document)).toContain(draft.id);
  await database().write((transaction) =>
    transaction.document.update({ where: { id: draft.id }, data: { trashedAt: new Date(0) } }),
  );
  await purgeTrash();
  expect((await liveDocuments().states.heads()).map(({ document }) => document)).not.toContain(draft.id);
});

test("what is written further than the rows know when a server ends is in them after the next start", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, draft } = network;
  const client = await clientOf(house, network, officer);
  await client.join();
  await client.type("Not yet followed. ");
  // As a killed server leaves it: the log has more than the rows.
  await liveDocuments().flush();
  await database().write(async (transaction) => {
    await transaction.document.update({ where: { id: draft.id }, data: { text: "Text of The draft" } });
    await transaction.followedText.update({ where: { documentId: draft.id }, data: { number: 1 } });
  });
  await house.restart();
  await catchUpWithTexts();
  expect((await rowsOf(draft.id)).text).toContain("Not yet followed. ");
});

test("outside the texts a message is small and never binary", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const cookie = await cookieFor(await network.person(network.officer));
  for (const message of [{ network: "x".repeat(100_001) }, { network: new Uint8Array(10) }]) {
    const socket = await connected(house.sockets.socket(cookie));
    const ended = cut(socket);
    ask(socket, "watch", message).catch(() => undefined);
    await ended;
  }
});

test("what Markdown cannot say stands over a form's saving: a table keeps its merged cells", async () => {
  const [house, network] = await Promise.all([textHouse(), foundNetwork()]);
  const { officer, colleague, draft } = network;
  const ona = await clientOf(house, network, officer);
  await ona.join();
  const merged = ona.edit((root) => {
    const row = (...cells: Array<[name: string, words: string, colspan: number]>) => {
      const made = new Y.XmlElement("tableRow");
      made.insert(
        0,
        cells.map(([name, words, colspan]) => {
          const [cell, paragraph] = [new Y.XmlElement(name), new Y.XmlElement("paragraph")];
          // Yjs keeps whatever it is; only its types know text alone.
          cell.setAttribute("colspan", colspan as unknown as string);
          paragraph.insert(0, [new Y.XmlText(words)]);
          cell.insert(0, [paragraph]);
          return cell;
        }),
      );
      return made;
    };
    const table = new Y.XmlElement("table");
    table.insert(0, [
      row(["tableHeader", "Cities", 2]),
      row(["tableCell", "Alytus", 1], ["tableCell", "Messina", 1]),
    ]);
    root.insert(root.length, [table]);
  });
  const number = await ona.update(merged);
  expect(number).toMatchObject({ ok: true });
  const spans = () =>
    ona.doc
      .getXmlFragment(textField)
      .toString()
      .match(/colspan="2"/g)?.length ?? 0;
  expect(spans()).toBe(1);
  await vi.waitFor(async () => expect((await rowsOf(draft.id)).text).toContain("Messina"), 3_000);
  const { text, revision } = await rowsOf(draft.id);
  await saveDocument(colleague, draft.id, {
    title: "The draft",
    language: "en",
    revision,
    text: text.replace("Text of", "Words of"),
  });
  await ona.until(() => ona.markdown().includes("Words of The draft"));
  expect([spans(), ona.markdown().includes("Messina")]).toEqual([1, true]);
});
