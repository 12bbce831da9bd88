// One thread on a page of its own: found by any remark of it, by those who may read it.
import { expect, test } from "vitest";
import { addComment, deleteComment } from "~/domain/comments/comments.server";
import { readThread } from "~/domain/comments/one-thread.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../support/found-network";
import { remark } from "../support/notices";
import { outcome } from "../support/outcome";

test("a thread is read by itself, found by its first remark and by an answer, with what one may do there", async () => {
  const { leadExpert, officer, observer, published } = await foundNetwork();
  await remark(officer, published.id, "Another one");
  const id = await remark(leadExpert, published.id, "Which year?");
  const answer = await remark(officer, published.id, "2021.", { parentId: id });
  for (const asked of [id, answer]) {
    const { thread, document, mayComment, madeOn, people } = await readThread(officer, published.id, asked);
    expect([thread.id, thread.answers.map((one) => one.id)]).toEqual([id, [answer]]);
    expect([document.title, mayComment, madeOn]).toEqual(["The published one", true, "working"]);
    expect(people.map(({ id: personId }) => personId)).toContain(leadExpert.personId);
  }
  const seen = await readThread(observer, published.id, id);
  expect([seen.mayComment, seen.thread.mayResolve, seen.madeOn, seen.people]).toEqual([
    false,
    false,
    "published",
    [],
  ]);
});

test("nobody finds a thread that they may not read, or on another text", async () => {
  const { leadExpert, officer, otherOfficer, draft, published } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const onDraft = await remark(officer, published.id, "On the draft", { madeOn: "working" });
  expect(await outcome(readThread(otherOfficer, published.id, onDraft))).toBe("not-found");
  const { id } = await addComment(leadExpert, published.id, {
    id: newId(),
    text: "Among experts",
    madeOn: "published",
    readers: "experts",
  });
  expect(await outcome(readThread(officer, published.id, id))).toBe("not-found");
  expect(await outcome(readThread(leadExpert, published.id, id))).toBe("done");
  expect(await outcome(readThread(leadExpert, draft.id, id))).toBe("not-found");
  expect(await outcome(readThread(elsewhere.leadExpert, published.id, id))).toBe("not-found");
  expect(await outcome(readThread(leadExpert, published.id, newId()))).toBe("not-found");
});

test("of a deleted thread its trace is found, answered only as long as something in it stands", async () => {
  const { leadExpert, officer, published } = await foundNetwork();
  const id = await remark(leadExpert, published.id, "Which year?");
  const answer = await remark(officer, published.id, "2021.", { parentId: id });
  const found = async () => {
    const { thread, mayComment, people } = await readThread(officer, published.id, id);
    return [thread.html, mayComment, thread.mayResolve, people];
  };
  await deleteComment(leadExpert, published.id, id);
  expect(await found()).toEqual(["", true, false, []]);
  await deleteComment(officer, published.id, answer);
  expect(await found()).toEqual(["", false, false, []]);
});
