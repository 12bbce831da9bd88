// Templates: what texts begin with, who changes them, and what two changes at once do.
import { expect, test } from "vitest";
import { beginningsOf } from "~/domain/documents/beginning.server";
import { contentLanguages, documentKinds } from "~/domain/documents/document";
import { defaultTemplate } from "~/domain/documents/default-templates/default-template";
import { templateLanguages, templateLimits } from "~/domain/documents/template";
import { SaveTemplate } from "~/domain/documents/template-orders";
import {
  guidanceFor,
  readTemplate,
  resetTemplate,
  saveTemplate,
  textToBegin,
} from "~/domain/documents/templates.server";
import { refusalIn } from "~/domain/refusal";
import { toDocument } from "~/text/markdown-to-document";
import { plainText } from "~/text/plain";
import { database } from "~/platform/db.server";
import { foundNetwork } from "../support/found-network";
import { outcome } from "../support/outcome";

const minutes = { kind: "minutes", language: "lt" } as const;
const own = [
  { heading: "Klausimai", guidance: "Ką svarstome." },
  { heading: "Nutarimai", guidance: "" },
];

const ownText = "## Klausimai\n\n<!-- guidance: Ką svarstome. -->\n\n## Nutarimai\n";

const headingsIn = (text: string) => [...text.matchAll(/^## (.*)$/gmu)].map(([, words]) => words);

test("Torg brings a template of each kind in five languages, within its own limits and of the same length", () => {
  for (const kind of documentKinds)
    for (const language of templateLanguages) {
      const sections = defaultTemplate(kind, language) ?? [];
      expect([kind, language, sections.length]).toEqual([
        kind,
        language,
        defaultTemplate(kind, "en")?.length,
      ]);
      const order = SaveTemplate.safeParse({ kind, language, revision: 0, sections });
      expect([kind, language, order.data?.sections]).toEqual([kind, language, sections]);
      expect(new Set(sections.map(({ heading }) => heading)).size).toBe(sections.length);
    }
});

test("a text begins with the headings of its kind in its language, others with the English ones", async () => {
  const { officer } = await foundNetwork();
  const text = await textToBegin(officer, "minutes", "lt");
  expect(headingsIn(text)).toEqual([
    "Darbotvarkė",
    "Kas svarstyta",
    "Sprendimai",
    "Kas, ką ir iki kada daro",
  ]);
  // Below each stands what belongs there, for the writer and never for a reader.
  const guidance = defaultTemplate("minutes", "lt")?.map((section) => section.guidance);
  const blocks = [...toDocument(text).content.content].filter(({ type }) => type.name === "guidance");
  expect(blocks.map(({ attrs }): unknown => attrs.text)).toEqual(guidance?.filter(Boolean));
  expect(plainText(text)).not.toContain("guidance");
  const english = await textToBegin(officer, "minutes", "en");
  for (const language of contentLanguages) {
    const text = await textToBegin(officer, "minutes", language);
    const hasOwn = (templateLanguages as readonly string[]).includes(language);
    expect([language, text === english]).toEqual([language, !hasOwn || language === "en"]);
  }
});

test("the lead partner's own template is what texts begin with, in this network only", async () => {
  const { officer, leadPartner } = await foundNetwork();
  const elsewhere = await foundNetwork();
  await saveTemplate(leadPartner, { ...minutes, revision: 0, sections: own });
  expect(await textToBegin(officer, "minutes", "lt")).toBe(ownText);
  expect(await guidanceFor(officer, "minutes", "lt")).toEqual({ language: "lt", sections: own });
  expect(await textToBegin(elsewhere.officer, "minutes", "lt")).toContain("## Darbotvarkė");
  // Languages without a template of their own follow the network's English one.
  await saveTemplate(leadPartner, { kind: "minutes", language: "en", revision: 0, sections: own });
  expect(await textToBegin(officer, "minutes", "pl")).toBe(ownText);
  expect(await readTemplate(officer, "minutes", "pl")).toMatchObject({
    language: "en",
    revision: 0,
    isTorgsOwn: true,
    mayEdit: false,
    changedIn: expect.arrayContaining(["en", "lt"]) as string[],
  });
});

test("only the lead partner changes templates; those who begin documents read them", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, adHocExpert, localGroupMember, observer, leadPartner } = network;
  for (const member of [officer, leadExpert, adHocExpert, localGroupMember, observer]) {
    expect(await outcome(saveTemplate(member, { ...minutes, revision: 0, sections: own }))).toBe("forbidden");
    expect(await outcome(resetTemplate(member, { ...minutes, revision: 0 }))).toBe("forbidden");
  }
  for (const member of [officer, leadExpert, adHocExpert, leadPartner])
    expect(await outcome(readTemplate(member, "minutes", "lt"))).toBe("done");
  for (const member of [localGroupMember, observer])
    expect(await outcome(readTemplate(member, "minutes", "lt"))).toBe("forbidden");
});

test("nobody changes a template in a closed network", async () => {
  const { leadPartner } = await foundNetwork();
  const closed = { ...leadPartner, network: { ...leadPartner.network, state: "closed" as const } };
  expect(await outcome(saveTemplate(closed, { ...minutes, revision: 0, sections: own }))).toBe("forbidden");
});

test("a change on top of another's is told of it and sees it; going back to Torg's own counts as one", async () => {
  const { leadPartner } = await foundNetwork();
  const first = await saveTemplate(leadPartner, { ...minutes, revision: 0, sections: own });
  expect(first).toEqual({ revision: 1 });
  const late = saveTemplate(leadPartner, { ...minutes, revision: 0, sections: own.slice(1) });
  const refusal = await late.then(
    () => undefined,
    (thrown: unknown) => refusalIn(thrown),
  );
  expect(refusal).toMatchObject({
    kind: "conflict",
    current: { revision: 1, sections: own, changedBy: "Lead partner", isTorgsOwn: false },
  });
  expect(await resetTemplate(leadPartner, { ...minutes, revision: 1 })).toEqual({ revision: 2 });
  expect((await guidanceFor(leadPartner, "minutes", "lt")).sections).toEqual(
    defaultTemplate("minutes", "lt"),
  );
  expect(await outcome(saveTemplate(leadPartner, { ...minutes, revision: 1, sections: own }))).toBe(
    "conflict",
  );
  expect(await saveTemplate(leadPartner, { ...minutes, revision: 2, sections: own })).toEqual({
    revision: 3,
  });
});

test("each change is one activity for the network; the same again is none", async () => {
  const { leadPartner, networkId } = await foundNetwork();
  await saveTemplate(leadPartner, { ...minutes, revision: 0, sections: own });
  await saveTemplate(leadPartner, { ...minutes, revision: 1, sections: own });
  await resetTemplate(leadPartner, { ...minutes, revision: 1 });
  await resetTemplate(leadPartner, { ...minutes, revision: 2 });
  const rows = await database().read.activity.findMany({
    where: { networkId, kind: { startsWith: "template" } },
    select: { kind: true, reach: true, personId: true },
    orderBy: { position: "asc" },
  });
  const by = { reach: "network", personId: leadPartner.personId };
  expect(rows).toEqual([
    { kind: "template-changed", ...by },
    { kind: "template-reset", ...by },
  ]);
});

test.each([
  ["no section at all", [], "sections"],
  ["only empty sections", [{ heading: " ", guidance: "" }], "sections"],
  ["guidance without a heading", [{ heading: "", guidance: "Words" }], "sections.0.heading"],
  ["a heading that is too long", [{ heading: "x".repeat(templateLimits.heading + 1) }], "sections.0.heading"],
  [
    "guidance that is too long",
    [{ heading: "A", guidance: "x".repeat(templateLimits.guidance + 1) }],
    "sections.0.guidance",
  ],
  ["too many sections", Array.from({ length: 31 }, () => ({ heading: "A" })), "sections"],
])("a template with %s is refused", (_, sections, field) => {
  const parsed = SaveTemplate.safeParse({ ...minutes, revision: 0, sections });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(field);
});

test("officers begin everything for their own city, experts visit notes of theirs", async () => {
  const network = await foundNetwork();
  const { officer, leadExpert, adHocExpert, leadPartner, observer, partners } = network;
  expect(await beginningsOf(officer)).toMatchObject({
    kinds: documentKinds,
    cities: [{ id: partners.own, isPrivate: false }],
  });
  expect(await beginningsOf(adHocExpert)).toMatchObject({
    kinds: ["visit-note"],
    cities: [{ id: partners.own, isPrivate: true }],
  });
  expect((await beginningsOf(leadExpert)).cities).toHaveLength(3);
  for (const member of [leadPartner, observer])
    expect(await beginningsOf(member)).toEqual({ kinds: [], cities: [] });
  expect(await outcome(textToBegin(leadExpert, "minutes", "en"))).toBe("forbidden");
  expect(await outcome(textToBegin(leadPartner, "visit-note", "en"))).toBe("forbidden");
});
