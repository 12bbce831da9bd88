// Handing in what people write together at that moment, and what nobody writes any more.
import { expect, test } from "vitest";
import { memberOf } from "~/domain/access/members.server";
import { readHandedIn } from "~/domain/deliverables/handing-in.server";
import { noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { createDocument } from "~/domain/documents/documents.server";
import { namePerson } from "~/domain/documents/naming.server";
import { bringUp } from "~/domain/documents/projection.server";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { database } from "~/platform/db.server";
import { foundOwing, takes } from "../../support/owed";
import { editorOf, texts } from "../../support/texts-open";

test("what stands in the text at this moment is handed in, and writing on in the same sitting leaves it as it was", async () => {
  const { network, key } = await foundOwing();
  await texts();
  const { officer, colleague, leadPartner: lead, draft } = network;
  const editor = await editorOf(colleague, draft.id);
  await editor.change(() => "Written together, not saved by anybody.");
  const what = `${draft.id}:now`;
  const first = await takes(officer, key, "hand-in", { what });
  const wordsOf = async (id: string) => {
    const { rendered, isUnchanged } = await readHandedIn(lead, key, id);
    return [rendered.html.replaceAll(/<[^>]*>/g, "").trim(), isUnchanged];
  };
  const handedIn = ["Written together, not saved by anybody.", true];
  expect(await wordsOf(first)).toEqual(handedIn);
  // The next minutes would be the same save, had it not been handed in.
  for (const words of ["One more word.", "And another one."]) {
    await editor.change((markdown) => `${markdown}\n\n${words}`);
    await bringUp(draft.id);
  }
  expect(await wordsOf(first)).toEqual(handedIn);
  const { text } = await database().read.document.findUniqueOrThrow({ where: { id: draft.id } });
  expect(text).toContain("And another one.");
  await takes(lead, key, "request-changes", { reason: "More", until: "2090-01-01" });
  const second = await takes(officer, key, "hand-in", { what });
  expect((await wordsOf(second))[0]).toContain("And another one.");
  expect(await wordsOf(first)).toEqual(handedIn);
});

test("a visit note that both sides have signed is handed in, though nobody writes in it any more", async () => {
  const { network, key } = await foundOwing();
  const { officer, adHocExpert, leadPartner: lead, partners } = network;
  const facts = { ...noFacts("visit-note"), experts: [adHocExpert.personId] } as DocumentFacts;
  const order = { title: "The visit", language: "en" as const, text: "What we saw.", facts };
  const { id } = await createDocument(officer, { ...order, partnershipId: partners.own, kind: "visit-note" });
  await namePerson(officer, id, { personId: adHocExpert.personId, level: "commenter" });
  const expert = await memberOf(await network.person(adHocExpert), network.slug);
  await signVisit(expert, id, { side: "expert", revision: 1 });
  await signVisit(officer, id, { side: "city", revision: 1 });
  expect((await database().read.document.findUniqueOrThrow({ where: { id } })).sealedAt).not.toBeNull();
  const step = await takes(officer, key, "hand-in", { what: `${id}:now` });
  expect((await readHandedIn(lead, key, step)).rendered.html).toContain("What we saw.");
});
