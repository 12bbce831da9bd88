// A visit note is signed while somebody writes in it: what was signed is what stands, to the letter.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import type { Member } from "~/domain/access/member";
import { memberOf } from "~/domain/access/members.server";
import { createDocument } from "~/domain/documents/documents.server";
import { noFacts, type DocumentFacts } from "~/domain/documents/document-facts";
import { namePerson } from "~/domain/documents/naming.server";
import { documentToWrite } from "~/domain/documents/reading.server";
import { joinText, openTexts, refusedUpdate, writeText } from "~/domain/documents/written-together.server";
import { readVisit } from "~/domain/visits/reading.server";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { database } from "~/platform/db.server";
import { textField } from "~/text/document-schema";
import { foundNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

/** A note that is written together, with the seat of a colleague who writes in it. */
async function foundNote() {
  const folder = mkdtempSync(join(tmpdir(), "torg-sealing-"));
  const texts = openTexts(join(folder, "texts.sqlite"));
  const network = await foundNetwork();
  const { officer, colleague, adHocExpert, partners } = network;
  const facts = { ...noFacts("visit-note"), experts: [adHocExpert.personId] } as DocumentFacts;
  const order = { title: "The visit", language: "en" as const, text: "What we saw.", facts };
  const { id } = await createDocument(officer, { ...order, partnershipId: partners.own, kind: "visit-note" });
  await namePerson(officer, id, { personId: adHocExpert.personId, level: "commenter" });
  const expert = await memberOf(await network.person(adHocExpert), network.slug);
  const { document, leave } = await joinText(colleague, id);
  onTestFinished(async () => {
    leave();
    await texts.close(2_000);
    rmSync(folder, { recursive: true, force: true });
  });
  const own = new Y.Doc({ gc: false });
  Y.applyUpdate(own, Y.encodeStateAsUpdate(document.doc));
  /** Hands in one more paragraph by this member. */
  const write = (words: string, member: Member = colleague) => {
    const before = Y.encodeStateVector(own);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    own.getXmlFragment(textField).push([paragraph]);
    const update = Y.encodeStateAsUpdate(own, before);
    return writeText(member, document, update, { clientIds: [own.clientID] });
  };
  const revision = async () => (await documentToWrite(officer, id)).revision;
  return { id, officer, colleague, expert, write, revision };
}

const refusal = (written: Promise<number>) =>
  written.then(
    () => "taken",
    (thrown: unknown) => refusedUpdate(thrown),
  );

/** Lets what was begun come as far as it can without the disk. */
async function aMoment() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test("what was handed in before a signature stands in the text, which is another one then: nobody signs it unseen", async () => {
  const { id, officer, expert, write, revision } = await foundNote();
  await signVisit(expert, id, { side: "expert", revision: await revision() });
  const seen = await revision();
  const written = refusal(write("And a bridge."));
  expect(await outcome(signVisit(officer, id, { side: "city", revision: seen }))).toBe("conflict");
  expect(await written).toBe("taken");
  expect((await documentToWrite(officer, id)).text).toBe("What we saw.\n\nAnd a bridge.\n");
  expect((await readVisit(officer, id, "working")).sealedAt).toBeNull();
});

test("what is handed in while the last signature is under way is refused, and so is all that follows", async () => {
  const { id, officer, expert, write, revision } = await foundNote();
  await signVisit(expert, id, { side: "expert", revision: await revision() });
  const seen = await revision();
  const signing = signVisit(officer, id, { side: "city", revision: seen });
  await aMoment();
  const written = refusal(write("And a bridge."));
  await signing;
  expect(await written).toBe("forbidden");
  expect(await refusal(write("And a tower."))).toBe("forbidden");
  const kept = await database().read.document.findUnique({ where: { id } });
  expect(kept).toMatchObject({ text: "What we saw.\n", revision: seen });
  expect((await readVisit(officer, id, "working")).sealedAt).not.toBeNull();
});

test("what is handed in while one side alone signs, or is refused to, waits and is taken", async () => {
  const { id, officer, expert, write, revision } = await foundNote();
  const signing = signVisit(expert, id, { side: "expert", revision: await revision() });
  await aMoment();
  const first = refusal(write("And a bridge."));
  await signing;
  expect(await first).toBe("taken");
  const refused = outcome(signVisit(officer, id, { side: "city", revision: 0 }));
  await aMoment();
  const second = refusal(write("And a tower."));
  expect(await refused).toBe("conflict");
  expect(await second).toBe("taken");
});
