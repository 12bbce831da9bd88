// Remarks on a passage of a text: where they stand while it is written, in which of its texts, what became of them, and who may not.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { remarksBeside } from "~/domain/comments/beside-text.server";
import { addComment, deleteComment } from "~/domain/comments/comments.server";
import { isThere, readBriefly } from "~/domain/comments/brief-passages";
import { listOwnRemarks } from "~/domain/comments/mine.server";
import type { ThreadFilter } from "~/domain/comments/thread-filter";
import { listThreads } from "~/domain/comments/threads.server";
import { resolveComment } from "~/domain/comments/resolving.server";
import { bringBack } from "~/domain/documents/bringing-back.server";
import { saveDocument } from "~/domain/documents/documents.server";
import { occurrences, stretchesIn } from "~/domain/documents/passage";
import type { PickedPassage } from "~/domain/documents/picked-passage";
import { bringUp } from "~/domain/documents/projection.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import { readDocument } from "~/domain/documents/reading.server";
import { lettersOf } from "~/domain/documents/text-letters";
import { nameVersion } from "~/domain/documents/versions.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../support/found-network";
import { outcome, wrongWith } from "../support/outcome";
import { editorOf, texts } from "../support/texts-open";

const plan = [
  "# Plan",
  "An introduction. We begin with the roofs.",
  "## Aims",
  "Green roofs for the old town. We begin with the roofs.",
  "## Money",
  "None yet.\n",
].join("\n\n");

/** Words as somebody marks them in a text that they read: by what stands beside them. */
function marked(text: string, words: string, number = 0): PickedPassage {
  const plain = text.replaceAll(/^#+ /gm, "");
  let from = plain.indexOf(words);
  for (let past = 0; past < number; past += 1) from = plain.indexOf(words, from + 1);
  return {
    kind: "words",
    words,
    before: plain.slice(Math.max(0, from - 30), from),
    after: plain.slice(from + words.length, from + words.length + 30),
    at: plain.slice(0, from).replaceAll(/\s/g, "").length,
  };
}

async function written() {
  await texts();
  const network = await foundNetwork();
  const { officer, draft } = network;
  const { id } = draft;
  await saveDocument(officer, id, { title: "The draft", language: "en", text: plan, revision: 1 });
  const row = () => database().read.document.findUniqueOrThrow({ where: { id } });
  const remark = async (
    member: Member,
    passage: PickedPassage,
    madeOn: "working" | "published" = "working",
    text = "Why?",
  ) => {
    const remarkId = newId();
    await addComment(member, id, { id: remarkId, text, madeOn, passage });
    return remarkId;
  };
  const threads = async (member: Member, wanted?: "working", filter: ThreadFilter = { show: "open" }) => {
    const { text, rendered } = await readDocument(member, id, wanted);
    return listThreads(member, id, filter, { text, outline: rendered.outline });
  };
  const places = async (member: Member, wanted?: "working") => {
    const list = await threads(member, wanted);
    return list.threads.map(({ passage }) => {
      const stands = passage?.stands;
      if (!stands) return null;
      return stands.kind === "gone"
        ? stands.why
        : stands.kind === "words"
          ? stands.words || passage.quotation
          : stands.file;
    });
  };
  return { ...network, id, row, remark, threads, places };
}

test("a remark stays on its sentence while the text around it, and the sentence itself, is rewritten and moved", async () => {
  const { id, officer, colleague, remark, places, threads } = await written();
  await remark(officer, marked(plan, "Green roofs for the old town."));
  await remark(officer, marked(plan, "We begin with the roofs.", 1));
  const editor = await editorOf(colleague, id);
  await editor.change((now) => now.replace("An introduction.", "Nothing new is said here, and at length."));
  await editor.change((now) => now.replace("Green roofs for", "Green and blue roofs for all of"));
  await bringUp(id);
  expect(await places(officer)).toEqual([
    "Green and blue roofs for all of the old town.",
    "We begin with the roofs.",
  ]);
  const { threads: both } = await threads(officer);
  expect(both.map(({ passage }) => passage?.quotation)).toEqual([
    "Green roofs for the old town.",
    "We begin with the roofs.",
  ]);
  // The second of two equal sentences, not the first.
  const [, second] = both;
  expect(second?.passage?.stands).toMatchObject({ section: { words: "Aims", number: 0 }, isAsItWas: true });
});

test("what was deleted or cannot be told is listed with its quotation and what became of it", async () => {
  const { id, officer, colleague, remark, places, threads } = await written();
  await remark(officer, marked(plan, "Green roofs for the old town."));
  await remark(officer, marked(plan, "An introduction."));
  const editor = await editorOf(colleague, id);
  await editor.change((now) => now.replace("Green roofs for the old town. ", ""));
  await bringUp(id);
  expect(await places(officer)).toEqual(["An introduction.", "deleted"]);
  const { threads: both } = await threads(officer);
  expect(both[1]?.passage?.quotation).toBe("Green roofs for the old town.");
});

test("what is marked in an editor is known by its letters, also where the same words stand twice", async () => {
  const { id, officer, remark, threads } = await written();
  const editor = await editorOf(officer, id);
  await editor.change((now) => now.replace("None yet.", "We begin with the roofs."));
  const letters = lettersOf(editor.doc);
  const last = occurrences(letters.text, "We begin with the roofs.").at(-1) ?? { from: 0, to: 0 };
  const picked: PickedPassage = {
    ...{ kind: "words", words: "We begin with the roofs.", before: "", after: "", at: 0 },
    letters: stretchesIn(letters, last.from, last.to).map(({ client, clock, length }) => [
      client,
      clock,
      length,
    ]),
  };
  await remark(officer, picked);
  await bringUp(id);
  const [thread] = (await threads(officer)).threads;
  expect(thread?.passage?.stands).toMatchObject({ section: { words: "Money" } });
  // Letters that say something else than what was marked are those of nobody's passage.
  const other = { ...picked, words: "We begin with the walls." };
  expect(await wrongWith(remark(officer, other))).toEqual(["passage: passageGone"]);
});

test("words that are not in the text, or may be others, are refused, and nothing is kept", async () => {
  const { id, officer, remark } = await written();
  const wrong = marked(plan, "Green roofs for the old town.");
  expect(await wrongWith(remark(officer, { ...wrong, words: "Red roofs." } as PickedPassage))).toEqual([
    "passage: passageGone",
  ]);
  const twice = { kind: "words", words: "We begin with the roofs.", before: "", after: "", at: 3 } as const;
  expect(await wrongWith(remark(officer, twice))).toEqual(["passage: passageGone"]);
  expect(await wrongWith(remark(officer, { kind: "picture", file: "none", number: 0 }))).toEqual([
    "passage: passageGone",
  ]);
  expect(await database().read.comment.count({ where: { documentId: id } })).toBe(0);
  expect(await database().read.passage.count({ where: { documentId: id } })).toBe(0);
});

test("a remark on the published text stands in the draft as well, wherever its passage is by now", async () => {
  const { id, officer, otherOfficer, row, remark, places } = await written();
  await publishDocument(officer, id, { revision: (await row()).revision, visibility: "network" });
  const editor = await editorOf(officer, id);
  await editor.change((now) => now.replace("None yet.", "Forty thousand.").replace("An introduction. ", ""));
  await bringUp(id);
  await remark(otherOfficer, marked(plan, "An introduction."), "published");
  await remark(otherOfficer, marked(plan, "None yet."), "published");
  await remark(otherOfficer, marked(plan, "Green roofs for the old town."), "published");
  expect(await places(otherOfficer)).toEqual([
    "An introduction.",
    "Green roofs for the old town.",
    "None yet.",
  ]);
  expect(await places(officer, "working")).toEqual(["Green roofs for the old town.", "deleted", "rewritten"]);
});

test("a remark on the draft shows beside the published text only to those who read the draft", async () => {
  const { id, officer, leadExpert, otherOfficer, row, remark, places } = await written();
  await publishDocument(officer, id, { revision: (await row()).revision, visibility: "network" });
  await remark(officer, marked(plan, "Green roofs for the old town."));
  expect(await places(officer)).toEqual(["Green roofs for the old town."]);
  expect(await places(otherOfficer)).toEqual([]);
  expect(await places(leadExpert)).toEqual([]);
  const picked = marked(plan, "None yet.");
  expect(await outcome(remark(otherOfficer, picked, "working"))).toBe("not-found");
});

test("whoever may not comment, or is of another network, is refused before anything is looked for", async () => {
  const { id, officer, observer, row, remark } = await written();
  await publishDocument(officer, id, { revision: (await row()).revision, visibility: "network" });
  const elsewhere = await foundNetwork();
  const nowhere = marked(plan, "words that are not there");
  expect(await outcome(remark(observer, nowhere, "published"))).toBe("forbidden");
  expect(await outcome(remark(elsewhere.officer, nowhere, "published"))).toBe("not-found");
});

test("what is said beside a text is told to those alone who read that text", async () => {
  const { id, officer, otherOfficer, row, remark } = await written();
  await publishDocument(officer, id, { revision: (await row()).revision, visibility: "network" });
  await remark(officer, marked(plan, "None yet."));
  const beside = (member: Member, text: "working" | "published") =>
    remarksBeside(member, id, text, { show: "all" }, true);
  expect((await beside(officer, "working")).said.counts.all).toBe(1);
  expect((await beside(otherOfficer, "published")).said.counts.all).toBe(0);
  expect(await outcome(beside(otherOfficer, "working"))).toBe("not-found");
  const elsewhere = await foundNetwork();
  expect(await outcome(beside(elsewhere.officer, "published"))).toBe("not-found");
});

test("sections are counted by what is open in them, and narrow the threads", async () => {
  const { id, officer, remark, threads } = await written();
  const green = await remark(officer, marked(plan, "Green roofs for the old town."));
  const done = await remark(officer, marked(plan, "old town"));
  const money = await remark(officer, marked(plan, "None yet."));
  const deleted = await remark(officer, marked(plan, "None yet."));
  await resolveComment(officer, id, { id: done, outcome: "done" });
  await deleteComment(officer, id, deleted);
  const all = await threads(officer);
  expect(all.sections).toEqual({ "h-aims": 1, "h-money": 1 });
  const ids = async (filter: ThreadFilter) =>
    (await threads(officer, undefined, filter)).threads.map((thread) => thread.id);
  expect(await ids({ show: "open", section: "h-aims" })).toEqual([green]);
  expect(await ids({ show: "open", section: "h-none" })).toEqual([]);
  expect((await ids({ show: "all", section: "h-money" })).sort()).toEqual([money, deleted].sort());
});

test("of those that a page does not write out it is told where their passages stand, and of nothing else", async () => {
  const { id, officer, leadExpert, remark } = await written();
  const [roofs, deleted, resolved] = [
    await remark(officer, marked(plan, "Green roofs for the old town")),
    await remark(officer, marked(plan, "None yet")),
    await remark(officer, marked(plan, "An introduction")),
  ];
  await resolveComment(officer, id, { id: resolved, outcome: "done" });
  await deleteComment(officer, id, deleted);
  const letters = plan.replaceAll(/^#+ /gm, "").replaceAll(/\s/g, "");
  const briefly = async (member: Member, first: number) => {
    const beside = { text: "working", outline: [], first } as const;
    return readBriefly((await listThreads(member, id, { show: "all" }, beside)).passagesOfMore);
  };
  const told = await briefly(officer, 0);
  expect(told.map((one) => [one.id, one.isResolved, isThere(letters, one)])).toEqual([
    [resolved, true, true],
    [roofs, false, true],
  ]);
  expect((await briefly(officer, 1)).map((one) => one.id)).toEqual([roofs]);
  expect(await briefly(officer, 9)).toEqual([]);
  expect(await briefly(leadExpert, 0)).toEqual([]);
});

test("a remark stands where it was when a version is brought back", async () => {
  const { id, officer, row, remark, places } = await written();
  const { revision } = await row();
  await nameVersion(officer, id, String(revision), { name: "First", note: "" });
  await remark(officer, marked(plan, "Green roofs for the old town."));
  const editor = await editorOf(officer, id);
  await editor.change((now) => now.replace("An introduction.", "A beginning.").replace("None yet.", "Much."));
  await bringUp(id);
  await bringBack(officer, id, String(revision), { head: false });
  expect((await row()).text.trim()).toBe(plan.trim());
  expect(await places(officer)).toEqual(["Green roofs for the old town."]);
});

test("what was emptied and left comes back with its remarks when a version does, and nothing that only looks like it", async () => {
  const { id, officer, row, remark, places } = await written();
  const { revision } = await row();
  await nameVersion(officer, id, String(revision), { name: "First", note: "" });
  await remark(officer, marked(plan, "Green roofs for the old town."));
  await remark(officer, marked(plan, "We begin with the roofs.", 1));
  const save = async (text: string) =>
    saveDocument(officer, id, {
      ...{ title: "The draft", language: "en", text },
      revision: (await row()).revision,
    });
  await save("Only this line.");
  expect(await places(officer)).toEqual(["deleted", "deleted"]);
  // The same words, with something else beside them.
  await save("Only this line.\n\n- Green roofs for the old town.");
  expect(await places(officer)).toEqual(["deleted", "deleted"]);
  await save("Only this line.");
  await bringBack(officer, id, String(revision), { head: false });
  expect((await row()).text.trim()).toBe(plan.trim());
  // Of two equal sentences it is not said which is which.
  expect(await places(officer)).toEqual(["Green roofs for the old town.", "deleted"]);
});

test("among one's own remarks each says on which passage it was made", async () => {
  const { officer, draft, remark } = await written();
  const id = await remark(officer, marked(plan, "Green roofs"));
  const { id: whole } = await addComment(officer, draft.id, {
    id: newId(),
    text: "All of it",
    madeOn: "working",
  });
  const { rows } = await listOwnRemarks(officer, { show: "open", page: 1 });
  const passages = new Map(rows.map((row) => [row.id, row.passage]));
  expect(passages.get(id)).toEqual({ quotation: "Green roofs", isPicture: false, stands: null });
  expect(passages.get(whole)).toBeNull();
});

test("a remark on a picture stays on it when it is moved, and is gone with it", async () => {
  const { id, officer, colleague, remark, places } = await written();
  const file = newId();
  const picture = `![A roof](/files/${file}/640x480 "The first roof")`;
  const editor = await editorOf(colleague, id);
  await editor.change((now) => now.replace("## Money", `${picture}\n\n## Money`));
  await bringUp(id);
  await remark(officer, { kind: "picture", file, number: 0 });
  expect(await places(officer)).toEqual([file]);
  await editor.change((now) => now.replace(`${picture}\n\n`, "").replace("## Aims", `${picture}\n\n## Aims`));
  await bringUp(id);
  expect(await places(officer)).toEqual([file]);
  await editor.change((now) => now.replace(`${picture}\n\n`, ""));
  await bringUp(id);
  expect(await places(officer)).toEqual(["deleted"]);
});

test("of two pictures of one file that stand side by side each keeps its own remark, and is gone alone", async () => {
  const { id, officer, colleague, remark, threads } = await written();
  const file = newId();
  const picture = (name: string) => `![${name}](/files/${file}/640x480 "${name}")\n\n`;
  const [first, again] = [picture("The first roof"), picture("The roof again")];
  const editor = await editorOf(colleague, id);
  await editor.change((now) => now.replace("## Money", `${first}${again}## Money`));
  await bringUp(id);
  await remark(officer, { kind: "picture", file, number: 1 });
  await remark(officer, { kind: "picture", file, number: 0 });
  const stand = async () =>
    (await threads(officer)).threads.map(({ passage }) => [
      passage?.quotation,
      passage?.stands?.kind === "picture" ? passage.stands.number : passage?.stands?.kind,
    ]);
  expect((await stand()).sort()).toEqual([
    ["The first roof", 0],
    ["The roof again", 1],
  ]);
  await editor.change((now) => now.replace(again, ""));
  await bringUp(id);
  expect((await stand()).sort()).toEqual([
    ["The first roof", 0],
    ["The roof again", "gone"],
  ]);
});
