// The second door: who gets in, who hears what, who is cut and when.
import { Socket } from "socket.io";
import { expect, onTestFinished, test, vi } from "vitest";
import { announcedSoFar } from "~/domain/activity/activities.server";
import { addComment } from "~/domain/comments/comments.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import type { Member } from "~/domain/access/member";
import { changePassword } from "~/domain/accounts/passwords.server";
import { endOtherSessions, endSession, signedIn } from "~/domain/accounts/sessions.server";
import { endRole, giveRole } from "~/domain/networks/memberships.server";
import { newId } from "~/platform/id";
import { openWorkingText } from "~/domain/documents/sharing.server";
import { database } from "~/platform/db.server";
import { messageNames, type PresentPerson } from "~/realtime/protocol";
import { foundNetwork, foundPerson, testPassword, type FoundedNetwork } from "../support/found-network";
import {
  ask,
  connected,
  cookieFor,
  cut,
  next,
  socketHouse,
  type SocketHouse,
  type TestSocket,
} from "../support/sockets";

const refused = { ok: false, refusal: "not-found" };

async function socketOf(house: SocketHouse, network: FoundedNetwork, member: Member): Promise<TestSocket> {
  return connected(house.socket(await cookieFor(await network.person(member))));
}

test("nobody gets in without a session, with a forged one, or after it has ended", async () => {
  const house = await socketHouse();
  const person = await foundPerson();
  const cookie = await cookieFor(person);
  await connected(house.socket(cookie));
  for (const bad of [undefined, "torg.session_token=forged.c2lnbmF0dXJl", `${cookie}x`]) {
    await expect(connected(house.socket(bad))).rejects.toThrow("not-found");
  }
  const own = await signedIn(cookie);
  if (own) await endSession(own, own.sessionId);
  await expect(connected(house.socket(cookie))).rejects.toThrow("not-found");
});

test("a handshake from another site's page is refused, with a valid cookie too", async () => {
  const house = await socketHouse();
  const cookie = await cookieFor(await foundPerson());
  for (const origin of [
    "https://elsewhere.example",
    "null",
    house.origin.replace("http:", "https:"),
    `${house.origin}.elsewhere.example`,
  ]) {
    await expect(connected(house.socket(cookie, { origin }))).rejects.toThrow();
  }
  await expect(connected(house.socket(cookie, { host: "elsewhere.example" }))).rejects.toThrow();
});

test("strangers, former members and members of another network are refused every message as if nothing were there", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const elsewhere = await foundNetwork();
  const messages: Record<(typeof messageNames)[number], unknown> = {
    watch: { network: network.slug },
    open: { network: network.slug, document: network.published.id },
    close: {},
  };
  const people = [await foundPerson(), network.formerOfficer, await elsewhere.person(elsewhere.officer)];
  for (const person of people) {
    const socket = await connected(house.socket(await cookieFor(person)));
    for (const name of messageNames) {
      if (name !== "close") expect(await ask(socket, name, messages[name])).toEqual(refused);
    }
  }
  // One network's document under another network's address.
  const socket = await socketOf(house, elsewhere, elsewhere.officer);
  expect(await ask(socket, "open", { network: elsewhere.slug, document: network.published.id })).toEqual(
    refused,
  );
});

test("a draft can be opened by its own city alone", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const message = { network: network.slug, document: network.draft.id };
  expect(await ask(await socketOf(house, network, network.colleague), "open", message)).toMatchObject({
    ok: true,
  });
  for (const member of [
    network.leadPartner,
    network.otherOfficer,
    network.leadExpert,
    network.localGroupMember,
    network.observer,
  ]) {
    expect(await ask(await socketOf(house, network, member), "open", message)).toEqual(refused);
  }
});

test("what happens to a draft is heard by its own city alone, what is published by all who may read it", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const { officer, colleague, leadPartner, otherOfficer, draft, slug } = network;
  const inside = await socketOf(house, network, colleague);
  const outside = [await socketOf(house, network, leadPartner), await socketOf(house, network, otherOfficer)];
  const heard: unknown[] = [];
  for (const socket of [inside, ...outside])
    expect(await ask(socket, "watch", { network: slug })).toEqual({ ok: true, value: true });
  for (const socket of outside) socket.on("happened", (announcement) => heard.push(announcement));
  const saved = next(inside, "happened");
  await saveDocument(officer, draft.id, { title: "Secret", language: "en", text: "Words", revision: 1 });
  expect(await saved).toEqual({ kind: "document-saved", id: draft.id });
  const published = Promise.all(outside.map((socket) => next(socket, "happened")));
  await publishDocument(officer, draft.id, { revision: 2 });
  expect(await published).toEqual(Array(2).fill({ kind: "document-published", id: draft.id }));
  expect(heard).toHaveLength(2);
});

test("a payload cannot say who one is", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const socket = await socketOf(house, network, network.leadPartner);
  const claimed = {
    network: network.slug,
    document: network.draft.id,
    personId: network.officer.personId,
    person: { id: network.officer.personId },
  };
  expect(await ask(socket, "open", claimed)).toEqual(refused);
  const open = await ask<PresentPerson[]>(socket, "open", { ...claimed, document: network.published.id });
  expect(open.ok && open.value.map(({ id }) => id)).toEqual([network.leadPartner.personId]);
});

test("malformed messages are refused and disturb nobody", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const socket = await socketOf(house, network, network.officer);
  for (const message of [
    null,
    7,
    "text",
    [],
    {},
    { network: 7 },
    { network: "x".repeat(1000) },
    { network: { toString: 1 } },
  ]) {
    expect(await ask(socket, "watch", message)).toEqual({ ok: false, refusal: "invalid" });
  }
  (socket as unknown as { emit(name: string, ...rest: unknown[]): void }).emit("watch");
  (socket as unknown as { emit(name: string, ...rest: unknown[]): void }).emit("no-such-message", {});
  expect(await ask(socket, "watch", { network: network.slug })).toEqual({ ok: true, value: true });
});

test("messages that come too fast are refused until they slow down", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const socket = await socketOf(house, network, network.officer);
  const answers = await Promise.all(Array.from({ length: 80 }, () => ask(socket, "close", {})));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(60);
  expect(answers.at(-1)).toEqual({ ok: false, refusal: "too-fast" });
});

test("who else is here comes and goes with their windows, each person once", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const message = { network: network.slug, document: network.published.id };
  const first = await socketOf(house, network, network.officer);
  const names = (people: PresentPerson[]) => people.map(({ name }) => name);
  await ask(first, "open", message);
  const joined = next(first, "present");
  const second = await socketOf(house, network, network.leadPartner);
  await ask(second, "open", message);
  expect(names((await joined).people)).toEqual(["Lead partner", "Officer"]);
  const again = next(first, "present");
  const sameAgain = await socketOf(house, network, network.leadPartner);
  await ask(sameAgain, "open", message);
  expect(names((await again).people)).toEqual(["Lead partner", "Officer"]);
  const still = next(first, "present");
  sameAgain.disconnect();
  expect(names((await still).people)).toEqual(["Lead partner", "Officer"]);
  const gone = next(first, "present");
  await ask(second, "close", {});
  expect(names((await gone).people)).toEqual(["Officer"]);
});

test("signing out cuts that session's sockets and no other's", async () => {
  const house = await socketHouse();
  const person = await foundPerson();
  const here = await cookieFor(person);
  const there = await cookieFor(person);
  const socketHere = await connected(house.socket(here));
  const socketThere = await connected(house.socket(there));
  const own = await signedIn(here);
  const ended = cut(socketHere);
  if (own) await endSession(own, own.sessionId);
  expect(await ended).toBe("io server disconnect");
  expect(socketThere.connected).toBe(true);
  await expect(connected(house.socket(here))).rejects.toThrow("not-found");
});

test("ending the other sessions, and changing the password, cut their sockets and not one's own", async () => {
  const house = await socketHouse();
  const person = await foundPerson();
  const cookie = await cookieFor(person);
  const own = await signedIn(cookie);
  if (!own) throw new Error("not signed in");
  const ownSocket = await connected(house.socket(cookie));
  const acts = [
    () => endOtherSessions(own),
    () =>
      changePassword({ address: "203.0.113.250", userAgent: "" }, own, {
        current: testPassword,
        password: "the next password",
      }),
  ];
  for (const act of acts) {
    const other = await connected(house.socket(await cookieFor(person)));
    const ended = cut(other);
    await act();
    expect(await ended).toBe("io server disconnect");
  }
  expect(ownSocket.connected).toBe(true);
});

test("when a role ends, its holder's socket is cut at that instant", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const { personId } = network.officer;
  await database().write((transaction) =>
    transaction.membership.updateMany({ where: { personId }, data: { until: new Date(Date.now() + 700) } }),
  );
  const socket = await socketOf(house, network, network.officer);
  const ended = cut(socket);
  expect(await ask(socket, "watch", { network: network.slug })).toEqual({ ok: true, value: true });
  expect(await ended).toBe("io server disconnect");
  const back = await socketOf(house, network, network.officer);
  expect(await ask(back, "watch", { network: network.slug })).toEqual(refused);
});

test("when a text is withdrawn, those who had it open are cut and not let in again", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const message = { network: network.slug, document: network.published.id };
  const reader = await socketOf(house, network, network.leadPartner);
  await ask(reader, "open", message);
  const ended = cut(reader);
  await withdrawDocument(network.officer, network.published.id);
  expect(await ended).toBe("io server disconnect");
  expect(await ask(await socketOf(house, network, network.leadPartner), "open", message)).toEqual(refused);
});

test("a text that is withdrawn while somebody is being let in to it lets them in no more", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const { slug, published, officer } = network;
  const message = { network: slug, document: published.id };
  const reader = await socketOf(house, network, network.leadPartner);
  const present: PresentPerson[][] = [];
  reader.on("present", ({ people }) => present.push(people));
  // Between the judging and the joining: all who are in the room by then are cut, and this one is not there yet.
  const { join } = Socket.prototype;
  const joining = vi.spyOn(Socket.prototype, "join").mockImplementation(async function (this: Socket, rooms) {
    await withdrawDocument(officer, published.id);
    return join.call(this, rooms);
  });
  onTestFinished(() => joining.mockRestore());
  expect(await ask(reader, "open", message)).toEqual(refused);
  joining.mockRestore();
  expect(reader.connected).toBe(true);
  const own = await socketOf(house, network, officer);
  expect(await ask<PresentPerson[]>(own, "open", message)).toMatchObject({
    value: [{ id: officer.personId }],
  });
  await ask(reader, "watch", { network: slug });
  expect(present).toEqual([]);
});

test("a local group hears of a draft while its city shares it; when it stops, those who had it open are cut", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const message = { network: network.slug, document: network.draft.id };
  const reader = await socketOf(house, network, network.localGroupMember);
  const other = await socketOf(house, network, network.leadPartner);
  for (const socket of [reader, other]) await ask(socket, "watch", { network: network.slug });
  expect(await ask(reader, "open", message)).toEqual(refused);
  const heardByOther: string[] = [];
  other.on("happened", ({ kind }) => heardByOther.push(kind));
  const shared = next(reader, "happened");
  await openWorkingText(network.officer, network.draft.id, { visibility: "local-group" });
  expect(await shared).toEqual({ kind: "document-shared", id: network.draft.id });
  expect(await ask(reader, "open", message)).toMatchObject({ ok: true });
  expect(await ask(other, "open", message)).toEqual(refused);
  const ended = cut(reader);
  await openWorkingText(network.officer, network.draft.id, { visibility: "draft" });
  expect(await ended).toBe("io server disconnect");
  expect(await ask(await socketOf(house, network, network.localGroupMember), "open", message)).toEqual(
    refused,
  );
  expect(heardByOther).toEqual([]);
});

test("an announcement carries a kind and an id, never a word of the content", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const socket = await socketOf(house, network, network.leadPartner);
  await ask(socket, "watch", { network: network.slug });
  const happened = next(socket, "happened");
  await addComment(network.officer, network.published.id, {
    id: newId(),
    text: "Confidential words",
    madeOn: "published",
  });
  expect(Object.keys(await happened).sort()).toEqual(["id", "kind"]);
});

test("who watches a while after the page was made hears whether something was announced meanwhile", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const message = { network: network.slug, announced: announcedSoFar() };
  const socket = await socketOf(house, network, network.leadPartner);
  let missed = 0;
  socket.on("missed", () => (missed += 1));
  await ask(socket, "watch", message);
  await ask(socket, "watch", { network: network.slug });
  expect(missed).toBe(0);
  await addComment(network.officer, network.published.id, {
    id: newId(),
    text: "A word",
    madeOn: "published",
  });
  await ask(socket, "watch", message);
  await ask(socket, "watch", { network: network.slug, announced: announcedSoFar() });
  expect(missed).toBe(1);
});

test("whoever's role ends is cut at once and judged afresh: refused where nothing is held any more", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const { leadPartner, officer, slug, networkId } = network;
  const socket = await socketOf(house, network, officer);
  const bystander = await socketOf(house, network, leadPartner);
  expect(await ask(socket, "watch", { network: slug })).toEqual({ ok: true, value: true });
  let isCut = false;
  bystander.once("disconnect", () => (isCut = true));
  const { id } = await database().read.membership.findFirstOrThrow({
    where: { networkId, personId: officer.personId },
  });
  const reason = cut(socket);
  await endRole(leadPartner, { membershipId: id });
  expect(await reason).toBe("io server disconnect");
  await connected(socket);
  expect(await ask(socket, "watch", { network: slug })).toEqual(refused);
  expect(isCut).toBe(false);
});

test("whoever gets a role is cut, too, and hears its rooms when back", async () => {
  const house = await socketHouse();
  const network = await foundNetwork();
  const { leadPartner, observer, officer, draft, partners, slug } = network;
  const socket = await socketOf(house, network, observer);
  const reason = cut(socket);
  await giveRole(leadPartner, {
    personId: observer.personId,
    email: "",
    role: "project-officer",
    partnershipIds: [partners.own],
    since: null,
    until: null,
  });
  await reason;
  await connected(socket);
  expect(await ask(socket, "watch", { network: slug })).toEqual({ ok: true, value: true });
  const heard = next(socket, "happened");
  await saveDocument(officer, draft.id, { title: "Draft", language: "en", text: "New", revision: 1 });
  expect(await heard).toEqual({ kind: "document-saved", id: draft.id });
});
