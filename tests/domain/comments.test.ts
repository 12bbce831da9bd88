// Remarks on a document: who reads and who writes them, answering, editing, deleting with a trace.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { addComment, deleteComment, editComment, restoreComment } from "~/domain/comments/comments.server";
import { listComments } from "~/domain/comments/threads.server";
import { happenings } from "~/domain/activity/activities.server";
import type { Audience } from "~/domain/activity/activity";
import { withdrawDocument } from "~/domain/documents/publishing.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../support/found-network";
import { outcome, wrongWith } from "../support/outcome";

const remark = (
  member: Member,
  documentId: string,
  text: string,
  more: { parentId?: string; madeOn?: "working" | "published" } = {},
) => addComment(member, documentId, { id: newId(), text, madeOn: "published", ...more });

test("all who read a published text read its comments; all but observers write them", async () => {
  const network = await foundNetwork();
  const { published } = network;
  for (const writer of [
    "officer",
    "leadPartner",
    "otherOfficer",
    "leadExpert",
    "adHocExpert",
    "localGroupMember",
  ] as const) {
    expect([writer, await outcome(remark(network[writer], published.id, `From the ${writer}`))]).toEqual([
      writer,
      "done",
    ]);
  }
  expect(await outcome(remark(network.observer, published.id, "From the observer"))).toBe("forbidden");
  expect(await listComments(network.observer, published.id)).toHaveLength(6);
});

test("a comment on a draft is read by those alone who read the draft, also once the text is published", async () => {
  const { officer, colleague, leadPartner, published } = await foundNetwork();
  await remark(officer, published.id, "Only for our city", { madeOn: "working" });
  expect(await listComments(colleague, published.id)).toHaveLength(1);
  expect(await listComments(leadPartner, published.id)).toHaveLength(0);
  expect(await outcome(remark(leadPartner, published.id, "x", { madeOn: "working" }))).toBe("not-found");
});

test("an answer to a comment on a draft stays with the draft, whichever text its writer had open", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const { id } = await remark(officer, published.id, "Only for our city", { madeOn: "working" });
  await remark(officer, published.id, "An answer", { parentId: id, madeOn: "published" });
  expect(await listComments(leadPartner, published.id)).toHaveLength(0);
  expect(await outcome(remark(leadPartner, published.id, "Guessing", { parentId: id }))).toBe("not-found");
});

test("a stranger's comment on a guessed document or parent is refused as not existing", async () => {
  const here = await foundNetwork();
  const elsewhere = await foundNetwork();
  const { id } = await remark(here.officer, here.published.id, "Here");
  expect(await outcome(remark(elsewhere.officer, here.published.id, "x"))).toBe("not-found");
  expect(await outcome(remark(elsewhere.officer, elsewhere.published.id, "x", { parentId: id }))).toBe(
    "not-found",
  );
  expect(await outcome(editComment(elsewhere.officer, here.published.id, { id, text: "x" }))).toBe(
    "not-found",
  );
  expect(await outcome(editComment(elsewhere.officer, elsewhere.published.id, { id, text: "x" }))).toBe(
    "not-found",
  );
  expect(await outcome(deleteComment(elsewhere.officer, here.published.id, id))).toBe("not-found");
  expect(await listComments(elsewhere.officer, here.published.id)).toEqual([]);
});

test("answers stand under what they answer, and are not answered again", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const { id } = await remark(leadPartner, published.id, "A question");
  const answer = await remark(officer, published.id, "An answer", { parentId: id });
  const [thread] = await listComments(leadPartner, published.id);
  expect(thread?.answers.map(({ html }) => html)).toEqual(["<p>An answer</p>\n"]);
  expect(await outcome(remark(leadPartner, published.id, "Further", { parentId: answer.id }))).toBe(
    "invalid",
  );
});

test("nobody edits or deletes another's comment", async () => {
  const { officer, colleague, leadPartner, published } = await foundNetwork();
  const { id } = await remark(leadPartner, published.id, "Mine");
  for (const other of [officer, colleague]) {
    expect(await outcome(editComment(other, published.id, { id, text: "Yours" }))).toBe("forbidden");
    expect(await outcome(deleteComment(other, published.id, id))).toBe("forbidden");
    expect(await outcome(restoreComment(other, published.id, id))).toBe("forbidden");
  }
  const [comment] = await listComments(officer, published.id);
  expect(comment).toMatchObject({ isMine: false, source: null });
});

test("an edited comment says so; saving it unchanged does not", async () => {
  const { leadPartner, published } = await foundNetwork();
  const { id } = await remark(leadPartner, published.id, "First words");
  await editComment(leadPartner, published.id, { id, text: "First words" });
  expect((await listComments(leadPartner, published.id))[0]?.editedAt).toBeNull();
  await editComment(leadPartner, published.id, { id, text: "Better words" });
  expect((await listComments(leadPartner, published.id))[0]?.editedAt).toBeInstanceOf(Date);
});

test("a deleted comment leaves a trace without its words, and its author can bring it back", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const { id } = await remark(leadPartner, published.id, "Said too soon");
  await deleteComment(leadPartner, published.id, id);
  for (const reader of [officer, leadPartner]) {
    const [trace] = await listComments(reader, published.id);
    expect(trace).toMatchObject({ html: "", source: null });
    expect(trace?.deletedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(trace)).not.toContain("Said too soon");
  }
  expect(await outcome(editComment(leadPartner, published.id, { id, text: "x" }))).toBe("conflict");
  await restoreComment(leadPartner, published.id, id);
  expect((await listComments(officer, published.id))[0]?.html).toContain("Said too soon");
});

test("what was deleted before anybody answered is answered by nobody; what was answered is, as long as an answer stands", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const { id } = await remark(leadPartner, published.id, "Said too soon");
  const answer = (text: string) => remark(officer, published.id, text, { parentId: id });
  await deleteComment(leadPartner, published.id, id);
  expect(await wrongWith(answer("But"))).toEqual(["text: answersWhatIsDeleted"]);
  await restoreComment(leadPartner, published.id, id);
  const first = await answer("Why?");
  await deleteComment(leadPartner, published.id, id);
  const order = { id: newId(), text: "I still ask.", madeOn: "published" as const, parentId: id };
  await addComment(officer, published.id, order);
  expect((await listComments(officer, published.id))[0]?.answers).toHaveLength(2);
  for (const one of [first, order]) await deleteComment(officer, published.id, one.id);
  expect(await outcome(answer("Nobody is here."))).toBe("invalid");
  // What was sent twice is not refused for what came between.
  expect(await outcome(addComment(officer, published.id, order))).toBe("done");
});

test("a comment sent twice stands once, and its id cannot be taken by somebody else", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const order = { id: newId(), text: "Once", madeOn: "published" as const };
  await addComment(leadPartner, published.id, order);
  await addComment(leadPartner, published.id, order);
  expect(await listComments(leadPartner, published.id)).toHaveLength(1);
  expect(await outcome(addComment(officer, published.id, order))).toBe("not-found");
});

test("when a text is withdrawn its comments are gone for its readers, and stay with the city", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const { id } = await remark(leadPartner, published.id, "Good");
  await withdrawDocument(officer, published.id);
  expect(await listComments(leadPartner, published.id)).toEqual([]);
  expect(await outcome(editComment(leadPartner, published.id, { id, text: "x" }))).toBe("not-found");
  expect(await listComments(officer, published.id)).toHaveLength(1);
});

test("what is announced names a kind and a document, and reaches only those who may read it", async () => {
  const { officer, leadPartner, published, partners } = await foundNetwork();
  const heard: Array<[object, Audience[]]> = [];
  happenings().on("announced", (announcement, audience) => heard.push([announcement, audience]));
  await remark(officer, published.id, "For us", { madeOn: "working" });
  await remark(leadPartner, published.id, "For all");
  const own = partners.own;
  expect(heard).toEqual([
    [{ kind: "comment-added", id: published.id }, [{ room: "working", partnershipId: own }]],
    [
      { kind: "comment-added", id: published.id },
      [
        { room: "working", partnershipId: own },
        { room: "published", partnershipId: own },
      ],
    ],
  ]);
});

test("a remark that makes far more of itself than was typed is shown as it was typed", async () => {
  const { officer, leadPartner, published } = await foundNetwork();
  const table = `${"|a".repeat(50)}\n${"|-".repeat(50)}\n${"|\n".repeat(1_300)}\n`;
  const flood = table.repeat(3).slice(0, 8_000);
  await remark(officer, published.id, flood);
  await remark(officer, published.id, "| What | When |\n|-|-|\n| Hub | May |");
  const shown = (await listComments(leadPartner, published.id)).map(({ html }) => html);
  expect(shown.some((html) => html.includes('<pre class="as-typed">|a|a'))).toBe(true);
  expect(shown.some((html) => html.includes("<td>Hub</td>"))).toBe(true);
});
