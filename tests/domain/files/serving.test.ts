// Whoever reads the working text has all its files; others those that a published text names which they may read; nobody else any.
import { afterAll, expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { saveDocument } from "~/domain/documents/documents.server";
import { duplicateDocument, translateDocument } from "~/domain/documents/duplicating.server";
import { publishDocument, withdrawDocument } from "~/domain/documents/publishing.server";
import { trashDocument } from "~/domain/documents/trash.server";
import { removeFile } from "~/domain/files/describing.server";
import { closeJudging } from "~/domain/files/judging.server";
import { listFiles } from "~/domain/files/listing.server";
import { serveFile } from "~/domain/files/serving.server";
import { database } from "~/platform/db.server";
import { fileAddress } from "~/text/file-addresses";
import { attach, served } from "../../support/attached";
import { foundNetwork, type FoundedNetwork } from "../../support/found-network";
import { photograph } from "../../support/made-pictures";
import { outcome } from "../../support/outcome";

afterAll(closeJudging);

const memberIn = (member: Member | null) => ({ memberIn: () => Promise.resolve(member) });

const everybody = (network: FoundedNetwork) => ({
  officer: network.officer,
  colleague: network.colleague,
  leadPartner: network.leadPartner,
  otherOfficer: network.otherOfficer,
  leadExpert: network.leadExpert,
  adHocExpert: network.adHocExpert,
  localGroupMember: network.localGroupMember,
  observer: network.observer,
  stranger: null,
});

/** Who of them gets the file. */
async function whoGets(network: FoundedNetwork, id: string): Promise<string[]> {
  const answers = await Promise.all(
    Object.entries(everybody(network)).map(async ([name, member]) => {
      const said = await outcome(serveFile(memberIn(member), id));
      expect(["done", "not-found"]).toContain(said);
      return said === "done" ? [name] : [];
    }),
  );
  return answers.flat();
}

async function write(network: FoundedNetwork, id: string, text: string): Promise<number> {
  const { officer } = network;
  const { title, language, revision } = await database().read.document.findUniqueOrThrow({ where: { id } });
  return (await saveDocument(officer, id, { title, language: language as "en", text, revision })).revision;
}

const city = ["officer", "colleague"];
const readers = [
  ...city,
  "leadPartner",
  "otherOfficer",
  "leadExpert",
  "adHocExpert",
  "localGroupMember",
  "observer",
];

test("a file of a draft is its city's alone, and nobody's who guesses", async () => {
  const network = await foundNetwork();
  const { officer, draft } = network;
  const { id } = await attach(officer, draft.id, "a.txt", "a");
  expect(await whoGets(network, id)).toEqual(city);
  const other = await foundNetwork();
  // A member of elsewhere is a member of nothing here.
  expect(await outcome(serveFile(memberIn(null), id))).toBe("not-found");
  expect(
    await outcome(
      serveFile({ memberIn: (slug) => Promise.resolve(slug === other.slug ? other.officer : null) }, id),
    ),
  ).toBe("not-found");
  for (const guessed of ["0".repeat(20), "..", "a".repeat(19), `${id}0`, `${id}'`])
    expect(await outcome(serveFile(memberIn(officer), guessed))).toBe("not-found");
});

test("readers of the published text get what that names, as long as they may read it", async () => {
  const network = await foundNetwork();
  const { officer, published } = network;
  const shown = await attach(officer, published.id, "shown.txt", "a");
  const other = await attach(officer, published.id, "other.txt", "b");
  const revision = await write(network, published.id, `[shown](${fileAddress(shown.id)})`);
  // Written, and not yet published.
  expect(await whoGets(network, shown.id)).toEqual(city);
  await publishDocument(officer, published.id, { revision });
  expect(await whoGets(network, shown.id)).toEqual(readers);
  expect(await whoGets(network, other.id)).toEqual(city);
  await publishDocument(officer, published.id, { revision, visibility: "public" });
  expect(await whoGets(network, shown.id)).toEqual([...readers, "stranger"]);
  expect((await serveFile(memberIn(null), shown.id)).isPublic).toBe(true);
  expect(await whoGets(network, other.id)).toEqual(city);
  // The draft moves on without it: what is published still shows it, taken out of the gallery or not.
  const next = await write(network, published.id, "Without it.");
  await removeFile(officer, published.id, shown.id);
  expect(await whoGets(network, shown.id)).toEqual([...readers, "stranger"]);
  // The next publication does not name it; the one before stays readable, but never wider than what is published now.
  await publishDocument(officer, published.id, { revision: next });
  expect(await whoGets(network, shown.id)).toEqual(readers);
  await withdrawDocument(officer, published.id);
  expect(await whoGets(network, shown.id)).toEqual(city);
  await publishDocument(officer, published.id, { revision: next, visibility: "public" });
  expect(await whoGets(network, shown.id)).toEqual(city);
  await trashDocument(officer, published.id);
  expect(await whoGets(network, shown.id)).toEqual([]);
});

test("what a text of another document names is not opened by that", async () => {
  const network = await foundNetwork();
  const { officer, draft, published } = network;
  const secret = await attach(officer, draft.id, "secret.txt", "a");
  const revision = await write(network, published.id, `[mine](${fileAddress(secret.id)})`);
  await publishDocument(officer, published.id, { revision, visibility: "public" });
  expect(await whoGets(network, secret.id)).toEqual(city);
});

test("a picture is sent in the smallest of its sizes that is wide enough", async () => {
  const { officer, draft } = await foundNetwork();
  const { id, picture } = await attach(officer, draft.id, "a.jpg", await photograph(1_200, 800));
  expect(picture).toEqual({ width: 1_200, height: 800 });
  const widthAt = async (wanted?: number) => (await serveFile(memberIn(officer), id, wanted)).size;
  expect(await widthAt()).toEqual(picture);
  expect(await widthAt(480)).toEqual({ width: 480, height: 320 });
  expect(await widthAt(481)).toEqual({ width: 960, height: 640 });
  expect(await widthAt(9_000)).toEqual(picture);
});

test("a copy and a translation have pictures of their own, over the same contents", async () => {
  const network = await foundNetwork();
  const { officer, otherOfficer, published, partners } = network;
  const file = await attach(officer, published.id, "a.jpg", await photograph(500, 400));
  const hidden = await attach(officer, published.id, "hidden.txt", "x");
  const text = `![A square](${fileAddress(file.id, file.picture)} "A caption")\n\n[hidden](${fileAddress(hidden.id)})`;
  const revision = await write(network, published.id, text);
  await publishDocument(officer, published.id, { revision });
  await write(network, published.id, "Something else.");
  const order = { title: "A copy", partnershipId: partners.other, text: "published" as const };
  const copy = await duplicateDocument(otherOfficer, published.id, order);
  const gallery = await listFiles(otherOfficer, copy.id);
  expect(gallery.files.map(({ name, isInText, lacksAltText }) => [name, isInText, lacksAltText])).toEqual(
    expect.arrayContaining([["a.jpg", true, false]]),
  );
  const copied = gallery.files.find(({ name }) => name === "a.jpg")?.id ?? "";
  expect(copied).not.toBe(file.id);
  const [one, two] = await Promise.all([served(officer, file.id), served(otherOfficer, copied)]);
  expect(one.hash).toBe(two.hash);
  expect(await outcome(serveFile(memberIn(officer), copied))).toBe("not-found");
  const translation = await translateDocument(officer, published.id, {
    language: "lt",
    partnershipId: partners.own,
  });
  const { text: inLithuanian } = await database().read.document.findUniqueOrThrow({
    where: { id: translation.id },
  });
  expect(inLithuanian).toMatch(/^!\[A square\]\(\/files\/\w{20}\/500x400 "A caption"\)/);
  expect(inLithuanian).not.toContain(file.id);
});
