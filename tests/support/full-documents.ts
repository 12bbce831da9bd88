// Two documents with everything that a document can have, for tests that look at screens: a public practice with transfer elements that
// another city has marked, and a visit note with people, agreements, a reply, two signatures and an addition.
import { newId } from "~/platform/id";
import { beginPractice, demoNetwork, documentPath, done } from "./alytus-writes";
import { signedInAs, type Visitor } from "./visitor";

export interface FullDocuments {
  practice: string;
  visit: string;
}

/** Lets Alytus, Barnsley and the ad-hoc expert write them; answers their addresses. */
export async function writeFully(origin: string): Promise<FullDocuments> {
  const [alytus, barnsley, expert] = await Promise.all(
    ["alytus", "barnsley", "ad-hoc-expert"].map((account) => signedInAs(origin, account)),
  );
  if (!alytus || !barnsley || !expert) throw new Error("Somebody could not sign in.");
  const practice = await writePractice(alytus, barnsley);
  return { practice, visit: await writeVisit(alytus, expert, practice) };
}

async function writePractice(alytus: Visitor, barnsley: Visitor): Promise<string> {
  const id = await beginPractice(alytus, { title: "Forty firms under one roof" });
  const elementId = newId();
  const facts = {
    "facts.kind": "good-practice",
    "facts.from": "2019-01-01",
    "facts.to": "2021-06-30",
    "facts.budget": "1250000",
    "facts.topics": "digital firms, skills",
    "facts.elements.0.id": elementId,
    "facts.elements.0.name": "A person who connects firms, paid by the city for two years at least",
    "facts.elements.0.isEssential": "on",
    "facts.elements.0.preconditions": "A budget line",
    "facts.elements.0.cost": "10k-100k",
    "facts.elements.1.id": newId(),
    "facts.elements.1.name": "Monthly open evening",
  };
  const text = "## What was done\n\nMuch.\n\n## What it took\n\n| Year | Firms |\n|---|---|\n| 2019 | 6 |\n";
  const written = { revision: "1", title: "Forty firms under one roof", language: "en", text };
  await done(alytus.post(documentPath(id, "edit"), { intent: "save", ...written, ...facts }));
  const order = { intent: "publish", revision: "2", visibility: "public" };
  await done(alytus.post(documentPath(id, "publish"), order));
  const { text: form } = await done(barnsley.page(`${documentPath(id)}/elements`));
  await done(
    barnsley.post(`${documentPath(id)}/elements`, {
      intent: "mark",
      elementId,
      partnershipId: /name="partnershipId" value="(\w+)"/.exec(form)?.[1] ?? "",
      state: "adapting",
      reason: "The college pays half of it.",
      markedOn: "2021-05-04",
    }),
  );
  return documentPath(id);
}

async function writeVisit(alytus: Visitor, expert: Visitor, practice: string): Promise<string> {
  const begin = `/networks/${demoNetwork}/documents/new?kind=visit-note`;
  const { text: form } = await done(alytus.page(begin));
  const { location } = await done(
    alytus.post(begin, {
      intent: "create",
      kind: "visit-note",
      id: newId(),
      partnershipId: /name="partnershipId" value="(\w+)"/.exec(form)?.[1] ?? "",
      title: "Two days in January",
      language: "en",
    }),
  );
  const id = /documents\/(\w+)\/edit/.exec(location ?? "")?.[1] ?? "";
  const address = documentPath(id);
  const share = `${address}/share`;
  const { text: people } = await done(alytus.page(share));
  const expertId = /<option value="(\w+)"[^>]*>Ad-hoc expert/.exec(people)?.[1] ?? "";
  await done(
    alytus.post(documentPath(id, "edit"), {
      intent: "save",
      revision: "1",
      title: "Two days in January",
      language: "en",
      text: "## Strengths\n\nA mayor who asks.\n\n## Challenges\n\nTwo empty floors.\n",
      "facts.kind": "visit-note",
      "facts.startsOn": "2020-01-23",
      "facts.endsOn": "2020-01-24",
      "facts.experts.0": expertId,
      "facts.linked.0": practice.split("/").at(-1) ?? "",
      "facts.met.0.role": "Head of economic development",
      "facts.met.0.organisation": "Alytus city",
      "facts.agreements.0.what": "Write down who lets the rooms, and for how much",
      "facts.agreements.0.who": "Alytus",
      "facts.agreements.0.by": "2020-02-28",
    }),
  );
  await done(alytus.post(share, { intent: "name", personId: expertId, level: "commenter" }));
  await done(alytus.post(share, { intent: "open", visibility: "network" }));
  const say = (writer: Visitor, fields: Record<string, string>) =>
    done(writer.postData(`${address}?index`, fields));
  await say(alytus, { intent: "reply", id: newId(), text: "We agree." });
  await say(expert, { intent: "sign", side: "expert", revision: "2" });
  await say(alytus, { intent: "sign", side: "city", revision: "2" });
  await say(expert, { intent: "add-to-visit", id: newId(), text: "The lamp was mended in May." });
  return address;
}
