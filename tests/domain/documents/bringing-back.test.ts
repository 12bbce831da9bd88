// Bringing back a version or a section while others write: what it changes, what it leaves alone, whose the words are, and who may not.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { readAuthorship, traceAuthorship } from "~/domain/documents/authorship.server";
import { bringBack, readBringingBack, takeBringingBackBack } from "~/domain/documents/bringing-back.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { duplicateDocument } from "~/domain/documents/duplicating.server";
import { joinText } from "~/domain/documents/written-together.server";
import { nameVersion } from "~/domain/documents/versions.server";
import { readFeed } from "~/domain/networks/feed.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { toMarkdown } from "~/text/document-to-markdown";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared } from "~/text/shared-document";
import { drawnBelow } from "../../support/drawn";
import { foundNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";
import { editorOf, texts } from "../../support/texts-open";

const plan =
  "# Plan\n\nAn introduction.\n\n## Aims\n\nGreen roofs for the old town.\n\n## Money\n\nNone yet.";

/** The officer's draft with a named version, and changed since. */
async function changed() {
  await texts();
  const network = await foundNetwork();
  const { officer, draft } = network;
  const save = async (text: string, by: Member = officer) => {
    const { revision } = await database().read.document.findUniqueOrThrow({ where: { id: draft.id } });
    return saveDocument(by, draft.id, { title: "The draft", language: "en", text, revision });
  };
  const { revision } = await save(plan);
  await nameVersion(officer, draft.id, String(revision), { name: "First", note: "" });
  const text = async () =>
    (await database().read.document.findUniqueOrThrow({ where: { id: draft.id } })).text;
  return { ...network, id: draft.id, version: String(revision), save, text };
}

/** What stands in the text that somebody of this name wrote. */
async function wordsBy(member: Member, id: string) {
  const { writers, sections } = await readAuthorship(member, id);
  return (name: string) => {
    const words: string[] = [];
    const look = (node: { text?: string; by?: number; content?: object[] }): void => {
      if (node.text !== undefined && writers[node.by ?? -1]?.person?.name === name) words.push(node.text);
      node.content?.forEach(look);
    };
    sections.forEach(({ blocks }) => blocks.forEach(look));
    return words.join(" ");
  };
}

/** What is said to whoever is refused. */
async function wrongOf(work: Promise<unknown>): Promise<string | undefined> {
  const refusal = refusalIn(await work.catch((thrown: unknown) => thrown));
  return refusal?.kind === "invalid" ? refusal.fields.form?.key : undefined;
}

/** Whose how many words are, over all of the text. */
async function shares(member: Member, id: string) {
  const { writers, words } = await readAuthorship(member, id);
  return { words, by: writers.map(({ person, place, words: own }) => [person?.name ?? null, place, own]) };
}

test("a section comes back alone, as its writer's, and what stands around it stays", async () => {
  const { id, officer, colleague, version, text } = await changed();
  const editor = await editorOf(colleague, id);
  await editor.change((now) =>
    now.replace("Green roofs for the old town.", "Grey roofs.").replace("None yet.", "Forty thousand euros."),
  );
  const { difference, section } = await readBringingBack(officer, id, version, "aims");
  expect(difference).toEqual({ comes: 5, goes: 1, sections: ["Aims"], isSame: false });
  expect(section).toEqual({ anchor: "aims", words: "Aims", behind: undefined });
  const { done } = await bringBack(colleague, id, version, { section: "aims", head: false });
  expect(done).toBeGreaterThan(0);
  expect((await text()).trim()).toBe(plan.replace("None yet.", "Forty thousand euros."));
  expect(await shares(officer, id)).toEqual({
    words: 14,
    by: [
      ["Officer", { city: "Alytus" }, 11],
      ["Colleague", { city: "Alytus" }, 3],
    ],
  });
});

test("a section that is gone comes back behind the one before it, with the footnotes it needs", async () => {
  await texts();
  const { officer, draft } = await foundNetwork();
  const save = (text: string, revision: number) =>
    saveDocument(officer, draft.id, { title: "The draft", language: "en", text, revision });
  const full = "# One\n\nFirst.\n\n# Two\n\nSecond[^a].\n\n# Three\n\nThird.\n\n[^a]: A note.";
  await save(full, 1);
  await nameVersion(officer, draft.id, "2", { name: "Full", note: "" });
  await save("# One\n\nFirst, changed.\n\n# Three\n\nThird.", 2);
  const { section, difference } = await readBringingBack(officer, draft.id, "2", "two");
  expect(section).toEqual({ anchor: "two", words: "Two", behind: "One" });
  expect(difference.sections).toContain("Two");
  await bringBack(officer, draft.id, "2", { section: "two", head: false });
  const { text } = await database().read.document.findUniqueOrThrow({ where: { id: draft.id } });
  expect(toMarkdown(toDocument(text))).toBe(
    toMarkdown(toDocument(full.replace("First.", "First, changed."))),
  );
});

test("a version comes back whole; taking that back leaves what others wrote meanwhile", async () => {
  const { id, officer, colleague, version, text } = await changed();
  const editor = await editorOf(colleague, id);
  const mine = plan
    .replace("Green roofs for the old town.", "Grey roofs.")
    .replace("\n\n## Money\n\nNone yet.", "");
  await editor.change(() => mine);
  const { done } = await bringBack(officer, id, version, { head: false });
  expect((await text()).trim()).toBe(plan);
  await editor.settled();
  await editor.change((now) => now.replace("None yet.", "None yet, says Vera."));
  await takeBringingBackBack(officer, id, { done: done ?? 0 });
  await editor.settled();
  expect(editor.markdown()).toContain("Grey roofs.");
  expect(editor.markdown()).toContain(", says Vera");
  expect(editor.markdown()).not.toContain("Green");
  expect(editor.markdown()).not.toContain("None yet");
  expect(await outcome(takeBringingBackBack(officer, id, { done: done ?? 0 }))).toBe("conflict");
  const { by } = await shares(officer, id);
  expect(by.find(([name]) => name === "Colleague")?.[2]).toBe(4);
});

test("a passage in which others wrote since it was told what changes stays whole, as theirs, beside what comes back", async () => {
  const { id, officer, colleague, version, text } = await changed();
  const editor = await editorOf(colleague, id);
  await editor.change((now) => now.replace("Green roofs for the old town.", "Tin only."));
  await editor.change((now) => now.replace("None yet.", "None yet. We asked"));
  await editor.change((now) => now.replace("An introduction.", "An introduction, by Vera."));
  const { shown, difference } = await readBringingBack(officer, id, version);
  expect(difference.sections).toEqual(["Plan", "Aims", "Money"]);
  await editor.change((now) =>
    now
      .replace("Tin only.", "Tin only, says Vera.")
      .replace("We asked", "We asked the council.")
      .concat("\n\nWritten below."),
  );
  const { done, kept } = await bringBack(officer, id, version, { head: false, shown });
  expect(kept).toBe(3);
  // What nobody wrote in any more is the version's; what has all words of the version anyway does not stand there twice.
  expect((await text()).trim()).toBe(
    "# Plan\n\nAn introduction.\n\n## Aims\n\nGreen roofs for the old town.\n\nTin only, says Vera.\n\n## Money\n\nNone yet. We asked the council.\n\nWritten below.",
  );
  const own = await wordsBy(officer, id);
  expect([own("Officer"), own("Colleague")]).toEqual([
    "Plan An introduction. Aims Green roofs for the old town. Money None yet. ",
    "Tin only, says Vera. We asked the council. Written below.",
  ]);
  await takeBringingBackBack(officer, id, { done: done ?? 0 });
  expect(await text()).toContain("An introduction, by Vera.");
  expect(await text()).not.toContain("Green");
  expect(await text()).toContain("Tin only, says Vera.");
});

test("where others wrote in all that would come back nothing is changed, and it is said why", async () => {
  const { id, officer, colleague, version, text } = await changed();
  const editor = await editorOf(colleague, id);
  await editor.change((now) => now.replace("None yet.", "None yet. We"));
  const { shown } = await readBringingBack(officer, id, version, "money");
  await editor.change((now) => now.replace("We", "We asked."));
  const order = { section: "money", head: false, shown };
  expect(await wrongOf(bringBack(officer, id, version, order))).toBe("restoring:wrong.written");
  expect((await text()).trim()).toBe(plan.replace("None yet.", "None yet. We asked."));
  // What they did themselves holds nobody up, and whoever has looked again knows what goes.
  const { shown: again } = await readBringingBack(officer, id, version, "money");
  await bringBack(officer, id, version, { ...order, shown: again });
  expect((await text()).trim()).toBe(plan);
});

test("a note and a list in which others write stay once, with the notes that they need", async () => {
  await texts();
  const { officer, colleague, draft } = await foundNetwork();
  const save = (text: string, revision: number) =>
    saveDocument(officer, draft.id, { title: "The draft", language: "en", text, revision });
  const full = "First[^a].\n\n- one\n- two\n\n[^a]: A note.";
  await save(full, 1);
  await nameVersion(officer, draft.id, "2", { name: "Full", note: "" });
  await save("Other[^a].\n\n- one\n- two\n\n[^a]: A note.", 2);
  const { shown } = await readBringingBack(officer, draft.id, "2");
  const editor = await editorOf(colleague, draft.id);
  await editor.change((now) =>
    now
      .replace("- two", "- two\n- three[^b]")
      .replace("[^a]: A note.", "[^a]: A note, longer.\n\n[^b]: Another."),
  );
  await bringBack(officer, draft.id, "2", { head: false, shown });
  await editor.settled();
  expect(toMarkdown(toDocument(editor.markdown()))).toBe(
    toMarkdown(
      toDocument("First[^a].\n\n- one\n- two\n- three[^b]\n\n[^a]: A note, longer.\n\n[^b]: Another."),
    ),
  );
});

test("title, language and facts stay, unless they are asked for", async () => {
  const { id, officer, version, save } = await changed();
  const { revision } = await save("# Other");
  await saveDocument(officer, id, { title: "Another title", language: "lt", text: "# Other", revision });
  expect((await readBringingBack(officer, id, version)).hasOtherHead).toBe(true);
  await bringBack(officer, id, version, { head: false });
  const titled = () =>
    database().read.document.findUniqueOrThrow({ where: { id }, select: { title: true, language: true } });
  expect(await titled()).toEqual({ title: "Another title", language: "lt" });
  const { done } = await bringBack(officer, id, version, { head: true });
  expect(await titled()).toEqual({ title: "The draft", language: "en" });
  expect(done).toBe(null);
  expect(await outcome(bringBack(officer, id, version, { head: true }))).toBe("invalid");
});

test("who may not write brings nothing back; who reads the published text alone knows of no version", async () => {
  const { id, officer, leadExpert, observer, otherOfficer, version } = await changed();
  for (const member of [leadExpert, observer, otherOfficer]) {
    expect(await outcome(readBringingBack(member, id, version))).toBe("not-found");
    expect(await outcome(bringBack(member, id, version, { head: false }))).toBe("not-found");
    expect(await outcome(readAuthorship(member, id))).toBe("not-found");
    expect(await outcome(traceAuthorship(member, id))).toBe("not-found");
    expect(await outcome(takeBringingBackBack(member, id, { done: 1 }))).toBe("not-found");
  }
  await database().write((transaction) =>
    transaction.document.update({ where: { id }, data: { visibility: "network" } }),
  );
  expect(await outcome(readBringingBack(leadExpert, id, version))).toBe("forbidden");
  expect(await outcome(bringBack(leadExpert, id, version, { head: false }))).toBe("forbidden");
  expect((await readAuthorship(leadExpert, id)).mayWrite).toBe(false);
  const { writers, own } = await traceAuthorship(leadExpert, id);
  expect(writers[own]).toEqual({
    person: expect.objectContaining({ id: leadExpert.personId }) as object,
    place: { role: "lead-expert" },
  });
  expect(await outcome(bringBack(officer, id, "999", { head: false }))).toBe("not-found");
  expect(await outcome(bringBack(officer, id, "x", { head: false }))).toBe("not-found");
  expect(await outcome(bringBack(officer, id, version, { section: "nowhere", head: false }))).toBe(
    "not-found",
  );
  expect(await outcome(bringBack(officer, id, version, { head: false }))).toBe("invalid");
  const update = (data: { archivedAt?: Date | null; sealedAt?: Date }) =>
    database().write((transaction) => transaction.document.update({ where: { id }, data }));
  await update({ archivedAt: new Date() });
  expect(await outcome(bringBack(officer, id, version, { head: false }))).toBe("invalid");
  await update({ archivedAt: null, sealedAt: new Date() });
  expect(await outcome(bringBack(officer, id, version, { head: false }))).toBe("forbidden");
});

test("what came back is told in the feed, with the section and the day", async () => {
  const { id, officer, version, save } = await changed();
  await save(plan.replace("None yet.", "Some."));
  await bringBack(officer, id, version, { section: "money", head: false });
  const { rows } = await readFeed(officer);
  const row = rows.find(({ kind }) => kind === "version-brought-back");
  expect(row?.precisely).toBe("section");
  expect(row?.changes.map(({ field, became }) => [field, typeof became])).toEqual([
    ["section", "string"],
    ["stood", "string"],
  ]);
});

const seed = Number(process.env.SEED ?? 20_200_303);

test(`versions come back while two write: all replicas are the same and no word of theirs is lost (seed ${seed})`, async () => {
  const { id, officer, colleague, version } = await changed();
  const random = drawnBelow(seed);
  const editors = [await editorOf(officer, id), await editorOf(colleague, id)];
  const anchors = ["aims", "money", undefined];
  const all: string[] = [];
  for (let round = 0; round < 25; round += 1) {
    // Both write at places of their own choice: one hands it in before the version comes back, the other when it is there.
    const [before, after] = editors.map((editor, who) => {
      const word = `w${who}x${round}`;
      all.push(word);
      return editor.write((now) => {
        const blocks = now.trim().split("\n\n");
        if (random(3) === 0 && blocks.length > 8) {
          const place = random(blocks.length);
          if (!/w\dx/.test(blocks[place] ?? "")) blocks.splice(place, 1);
        }
        blocks.splice(random(blocks.length + 1), 0, `Said ${word} here.`);
        return blocks.join("\n\n");
      });
    });
    await before?.();
    const order = { section: anchors[random(3)], head: false };
    const { done } = await bringBack(officer, id, version, order).catch(() => ({ done: null }));
    await after?.();
    await editors[0]?.settled();
    const [one, other] = editors.map((editor) => editor.markdown());
    expect(one).toBe(other);
    expect(one).toContain(`w1x${round}`);
    // What stood in the place of what came back is there again once that is taken back.
    if (done !== null) await takeBringingBackBack(officer, id, { done });
    await editors[0]?.settled();
    for (const word of all) expect(editors[0]?.markdown()).toContain(word);
  }
  const { document, leave } = await joinText(officer, id);
  const stands = toMarkdown(fromShared(document.doc).document);
  leave();
  expect(editors.map((editor) => editor.markdown())).toEqual([stands, stands]);
  const own = await wordsBy(officer, id);
  for (const word of all) expect(own(word.startsWith("w0") ? "Officer" : "Colleague")).toContain(word);
});

test("a copy keeps the writers of the text it was made of; who left the network keeps name and city", async () => {
  const { id, officer, colleague, save, networkId, partners } = await changed();
  await save(plan.replace("None yet.", "None yet, and none to come."), colleague);
  const { id: copy } = await duplicateDocument(officer, id, { partnershipId: partners.own, text: "working" });
  await database().write((transaction) =>
    transaction.membership.updateMany({
      where: { networkId, personId: colleague.personId },
      data: { until: new Date() },
    }),
  );
  expect((await shares(officer, copy)).by).toEqual([
    ["Officer", { city: "Alytus" }, 13],
    ["Colleague", { city: "Alytus" }, 4],
  ]);
});
