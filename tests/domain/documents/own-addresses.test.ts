// Addresses of this house pasted into a text: links by id for what the writer may read, untouched otherwise.
import { expect, test } from "vitest";
import { saveDocument } from "~/domain/documents/documents.server";
import { withLinksById } from "~/domain/documents/own-addresses.server";
import { documentToWrite, readDocument } from "~/domain/documents/reading.server";
import { newId } from "~/platform/id";
import { foundNetwork } from "../../support/found-network";

const host = "torg.example:8443";

test("a pasted address becomes the link that two brackets make, wherever in the text it stands", async () => {
  const { officer, slug, published } = await foundNetwork();
  const address = `https://${host}/networks/${slug}/documents/${published.id}`;
  const link = `[The published one](/documents/${published.id})`;
  const cases: Array<[string, string]> = [
    [`See ${address}.`, `See ${link}.`],
    [`<${address}>, (${address.replace("https", "http")})`, `${link}, (${link})`],
    [`[our words](${address} "t")`, `[our words](/documents/${published.id} "t")`],
    [`[words][1]\n\n[1]: ${address}`, `[words][1]\n\n[1]: /documents/${published.id}`],
    [`[${address}](${address})`, `[${address}](/documents/${published.id})`],
  ];
  for (const [written, kept] of cases) {
    expect(await withLinksById(officer, written, host)).toBe(kept);
    expect(await withLinksById(officer, kept, host)).toBe(kept);
  }
});

test("of a draft the title is not written into the text: readers who may know it are shown it", async () => {
  const { officer, slug, draft, published } = await foundNetwork();
  const text = `https://${host}/networks/${slug}/documents/${draft.id}`;
  const kept = await withLinksById(officer, text, host);
  expect(kept).toBe(`[/documents/${draft.id}](/documents/${draft.id})`);
  const order = { title: "The published one", language: "en" as const, text };
  await saveDocument(officer, published.id, { ...order, revision: 1 }, host);
  expect((await readDocument(officer, published.id, "working")).rendered.html).toContain(">The draft</a>");
});

test("code, screens of a document, other hosts and networks, and what the writer may not read stay as they are", async () => {
  const { officer, otherOfficer, slug, draft, published } = await foundNetwork();
  const elsewhere = await foundNetwork();
  const at = (id: string, network = slug, on = host) => `https://${on}/networks/${network}/documents/${id}`;
  for (const text of [
    `\`${at(published.id)}\``,
    `\`\`\`\n${at(published.id)}\n\`\`\``,
    `${at(published.id)}/edit`,
    `${at(published.id)}?text=working`,
    at(published.id, slug, "torg.example"),
    at(published.id, slug, "evil.example"),
    at(elsewhere.published.id, elsewhere.slug),
    at(newId()),
  ])
    expect(await withLinksById(officer, text, host)).toBe(text);
  expect(await withLinksById(otherOfficer, at(draft.id), host)).toBe(at(draft.id));
});

test("it happens at saving; the same text from the same window changes nothing", async () => {
  const { officer, slug, draft, published } = await foundNetwork();
  const text = `See https://${host}/networks/${slug}/documents/${published.id}`;
  const order = { title: "The draft", language: "en" as const, text };
  expect(await saveDocument(officer, draft.id, { ...order, revision: 1 }, host)).toEqual({ revision: 2 });
  expect((await documentToWrite(officer, draft.id)).text).toBe(
    `See [The published one](/documents/${published.id})`,
  );
  expect(await saveDocument(officer, draft.id, { ...order, revision: 2 }, host)).toEqual({ revision: 2 });
});
