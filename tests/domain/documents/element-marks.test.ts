// What the other cities do with the transfer elements of a practice: who says it, who reads it, what is refused.
import { expect, test } from "vitest";
import { can, type Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { takeNetworkAlong } from "~/domain/activity/take-along.server";
import { namePerson } from "~/domain/documents/naming.server";
import { noFacts, type TransferElement } from "~/domain/documents/document-facts";
import { saveDocument } from "~/domain/documents/documents.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { markElement, practiceElements, unmarkElement } from "~/domain/documents/element-marks.server";
import { MarkElement } from "~/domain/documents/element-mark-orders";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { readFeed } from "~/domain/networks/feed.server";
import { newId } from "~/platform/id";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";

const today = dayOf(new Date());

/** The published practice of the `own` city with two transfer elements. */
async function practice(network: FoundedNetwork) {
  const elements = ["A shared workshop", "Grants for young firms"].map((name, index): TransferElement => ({
    id: newId(),
    name,
    isEssential: index === 0,
    preconditions: "",
    cost: "",
    pitfalls: "",
  }));
  const { officer, published } = network;
  const facts = { ...noFacts("good-practice"), elements };
  const { revision } = await saveDocument(officer, published.id, {
    title: "A practice",
    language: "en",
    text: "What we did.",
    revision: 1,
    facts,
  });
  await publishDocument(officer, published.id, { revision });
  const order = (more: Partial<MarkElement> = {}): MarkElement => ({
    elementId: elements[0]?.id ?? "",
    partnershipId: network.partners.other,
    state: "adapting",
    reason: "Our hall is smaller.",
    markedOn: today,
    ...more,
  });
  return { elements, order, id: published.id };
}

test("a city says what it does with an element, and everybody who reads the practice sees it", async () => {
  const network = await foundNetwork();
  const { id, order, elements } = await practice(network);
  await markElement(network.otherOfficer, id, order());
  for (const reader of [
    "officer",
    "leadPartner",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
    "observer",
  ] as const) {
    const { matrix } = await practiceElements(network[reader], id);
    const column = matrix.cities.findIndex(({ partnershipId }) => partnershipId === network.partners.other);
    expect([reader, matrix.elements.map(({ marks }) => marks[column]?.state ?? null)]).toEqual([
      reader,
      ["adapting", null],
    ]);
  }
  const { matrix } = await practiceElements(network.otherOfficer, id);
  expect(matrix.elements.map(({ id }) => id)).toEqual(elements.map(({ id }) => id));
  // The practice's own city has no column; those that are the reader's are marked so.
  expect(matrix.cities.map(({ name, isMine }) => [name, isMine])).toEqual([
    ["Barnsley", false],
    ["Novska", true],
  ]);
});

test("what is said anew stands in the place of what was said, and can be taken back", async () => {
  const network = await foundNetwork();
  const { id, order } = await practice(network);
  const { otherOfficer } = network;
  await markElement(otherOfficer, id, order());
  await markElement(otherOfficer, id, order({ state: "re-used", reason: "It runs since May." }));
  const marks = async () =>
    (await practiceElements(otherOfficer, id)).matrix.elements.flatMap((element) =>
      element.marks.flatMap((mark) => (mark ? [[mark.state, mark.reason, mark.by]] : [])),
    );
  expect(await marks()).toEqual([["re-used", "It runs since May.", otherOfficer.name]]);
  await unmarkElement(otherOfficer, id, order());
  await unmarkElement(otherOfficer, id, order());
  expect(await marks()).toEqual([]);
  const { rows } = await readFeed(network.leadPartner);
  expect(rows.slice(0, 3).map(({ kind }) => kind)).toEqual([
    "element-unmarked",
    "element-marked",
    "element-marked",
  ]);
});

test("saying the same again is no change", async () => {
  const network = await foundNetwork();
  const { id, order } = await practice(network);
  await markElement(network.otherOfficer, id, order());
  await markElement(network.otherOfficer, id, order());
  const { rows } = await readFeed(network.leadPartner);
  expect(rows.filter(({ kind }) => kind === "element-marked")).toHaveLength(1);
});

test("only officers say it, each for their own city, and never the practice's own", async () => {
  const network = await foundNetwork();
  const { id, order } = await practice(network);
  for (const role of ["leadPartner", "leadExpert", "adHocExpert", "localGroupMember", "observer"] as const) {
    expect(can(network[role], "write-document")).toBe(false);
    expect([role, await outcome(markElement(network[role], id, order()))]).toEqual([role, "forbidden"]);
    expect([role, await outcome(unmarkElement(network[role], id, order()))]).toEqual([role, "forbidden"]);
  }
  expect(
    await outcome(markElement(network.otherOfficer, id, order({ partnershipId: network.partners.lead }))),
  ).toBe("invalid");
  expect(
    await outcome(markElement(network.officer, id, order({ partnershipId: network.partners.own }))),
  ).toBe("invalid");
});

test("another network, a draft one does not read and a withdrawn practice do not exist", async () => {
  const [network, elsewhere] = [await foundNetwork(), await foundNetwork()];
  const { id, order } = await practice(network);
  expect(await outcome(markElement(elsewhere.otherOfficer, id, order()))).toBe("not-found");
  expect(await outcome(practiceElements(elsewhere.otherOfficer, id))).toBe("not-found");
  expect(await outcome(practiceElements(network.otherOfficer, network.draft.id))).toBe("not-found");
  await markElement(network.otherOfficer, id, order());
  await withdrawDocument(network.officer, id);
  expect(await outcome(markElement(network.otherOfficer, id, order()))).toBe("not-found");
  expect(await outcome(practiceElements(network.otherOfficer, id))).toBe("not-found");
});

test("an element that only the draft has is nobody else's to see or to mark", async () => {
  const network = await foundNetwork();
  const { id, order, elements } = await practice(network);
  const secret = newId();
  const more = { ...elements[0], id: secret, name: "Not told yet" } as TransferElement;
  await saveDocument(network.officer, id, {
    title: "A practice",
    language: "en",
    text: "What we did.",
    revision: 2,
    facts: { ...noFacts("good-practice"), elements: [...elements, more] },
  });
  const { elements: seen } = await practiceElements(network.otherOfficer, id);
  expect(seen.map(({ name }) => name)).not.toContain("Not told yet");
  expect(await outcome(markElement(network.otherOfficer, id, order({ elementId: secret })))).toBe("invalid");
});

test("a day to come, an unknown element, no reason, a reason too long and an unknown state are refused", async () => {
  const network = await foundNetwork();
  const { id, order } = await practice(network);
  const tomorrow = dayAfter(today, 1);
  expect(await outcome(markElement(network.otherOfficer, id, order({ markedOn: tomorrow })))).toBe("invalid");
  expect(await outcome(markElement(network.otherOfficer, id, order({ elementId: newId() })))).toBe("invalid");
  const wrong = (more: Record<string, string>) =>
    MarkElement.safeParse({ ...order(), ...more }).error?.issues.map(({ path }) => path.join("."));
  expect(wrong({ reason: "  " })).toEqual(["reason"]);
  expect(wrong({ reason: "x".repeat(501) })).toEqual(["reason"]);
  expect(wrong({ state: "liked" })).toEqual(["state"]);
  expect(wrong({ markedOn: "2020-02-30" })).toEqual(["markedOn"]);
  expect(wrong({ elementId: "1' OR 1=1" })).toEqual(["elementId"]);
});

test("what is said of an element that only the draft has happens for the draft's readers alone", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, leadPartner, slug } = network;
  const { id, elements, order } = await practice(network);
  const [first] = elements;
  const added = { ...(first as TransferElement), id: newId(), name: "A fund of our own" };
  const facts = { ...noFacts("good-practice"), elements: [...elements, added] };
  await saveDocument(officer, id, { title: "A practice", language: "en", text: "More.", revision: 2, facts });
  await namePerson(officer, id, { personId: otherOfficer.personId, level: "reader" });
  const named = await memberOf(await network.person(otherOfficer), slug);
  const taken = async (member: Member) => {
    const pages = [];
    for await (const page of await takeNetworkAlong(member)) pages.push(page);
    return JSON.stringify(pages);
  };
  const kinds = async (member: Member) => (await readFeed(member)).rows.map(({ kind }) => kind);
  await markElement(named, id, order({ elementId: added.id }));
  await unmarkElement(named, id, { elementId: added.id, partnershipId: network.partners.other });
  expect(await taken(leadPartner)).not.toContain("A fund of our own");
  expect(await kinds(leadPartner)).not.toContain("element-marked");
  expect(await kinds(officer)).toContain("element-unmarked");
  await markElement(named, id, order());
  expect(await taken(leadPartner)).toContain("A shared workshop");
});
