// What tests of access speak of, written through the door itself: Alytus's draft, its published practice, remarks on it.
import { newId } from "~/platform/id";
import { signedInAs, type Answer, type Asking, type Fields, type Visitor } from "./visitor";

/** Addresses and names of what Alytus has in the demo network. */
export interface Places {
  network: string;
  published: string;
  draft: string;
  /** Remarks on the published practice: the lead partner's and Alytus's own. */
  theirComment: string;
  ownComment: string;
  /** Alytus's place in the network. */
  partnership: string;
  /** Somebody else's account. */
  person: string;
  /** A city, as administrators know it. */
  city: string;
  /** A local group of Alytus. */
  group: string;
  /** What minutes that Alytus published give its officer to do. */
  task: string;
  /** The role that Alytus's officer holds. */
  membership: string;
  /** A file of the published practice, which its text does not name. */
  file: string;
  /** A handover: nobody has handed over yet, so that roles stay as the tests know them. */
  handover: string;
}

export const demoNetwork = "techrevolution";

/** Sends a form and fails the test where it was not simply done. */
export async function done(answer: Promise<{ status: number; text: string; location: string | undefined }>) {
  const { status, text, location } = await answer;
  if (status !== 200 && status !== 202 && status !== 302)
    throw new Error(`It was answered with ${status}:\n${text.slice(0, 2_000)}`);
  return { text, location };
}

/** Begins a practice (or a document of this `kind`) of the writer's city with this text and answers its id. `besides` is sent before the form's own fields. */
export async function beginPractice(writer: Visitor, fields: Fields, besides: Fields = {}): Promise<string> {
  const list = `/networks/${demoNetwork}/documents/new`;
  const { text } = await done(writer.page(list));
  const partnershipId = /name="partnershipId" value="(\w+)"/.exec(text)?.[1] ?? "";
  const { title = "A practice", language = "en", kind = "good-practice" } = fields;
  const { location } = await done(
    writer.post(list, {
      ...besides,
      intent: "create",
      kind,
      id: newId(),
      partnershipId,
      title,
      language,
    }),
  );
  const id = /documents\/(\w+)\/edit/.exec(location ?? "")?.[1] ?? "";
  if (fields.text !== undefined) {
    const order = { intent: "save", revision: "1", title, language, text: fields.text };
    await done(writer.post(documentPath(id, "edit"), order));
  }
  return id;
}

/** Remarks on a document's published text and answers the remark's id. */
export async function remark(writer: Visitor, documentId: string, text: string): Promise<string> {
  const id = newId();
  await done(
    writer.postData(`${documentPath(documentId)}?index`, { intent: "add", id, madeOn: "published", text }),
  );
  return id;
}

export interface SentFile {
  id: string;
  name: string;
  picture?: { width: number; height: number };
}

/** Hands in one file as a script does, and answers what was made of it; fails the test where it was refused. */
export async function sendFile(
  writer: Visitor,
  documentId: string,
  name: string,
  content: string | Buffer,
): Promise<SentFile> {
  const { status, text } = await handIn(writer, documentId, name, content);
  if (status !== 201) throw new Error(`${name} was answered with ${status}:\n${text}`);
  return (JSON.parse(text) as { file: SentFile }).file;
}

/** The same, whatever the answer. */
export function handIn(
  writer: Visitor,
  documentId: string,
  name: string,
  content: string | Buffer,
  headers: Asking["headers"] = {},
): Promise<Answer> {
  return writer.ask(`${documentPath(documentId)}/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body: content,
    headers: { origin: writer.origin, "content-type": "application/octet-stream", ...headers },
  });
}

export function documentPath(id: string, screen?: "edit" | "publish" | "withdraw" | "share"): string {
  return `/networks/${demoNetwork}/documents/${id}${screen ? `/${screen}` : ""}`;
}

/** Lets Alytus write a draft and publish a practice, and both cities remark on that. */
export async function alytusWrites(origin: string): Promise<{ alytus: Visitor; places: Places }> {
  const [alytus, leadPartner] = await Promise.all([
    signedInAs(origin, "alytus"),
    signedInAs(origin, "barnsley"),
  ]);
  const draft = await beginPractice(alytus, {
    title: "What we have not told yet",
    text: "Secret until May.",
  });
  const published = await beginPractice(alytus, {
    title: "A market under one roof",
    text: "# Stalls\n\nMany.",
  });
  await done(alytus.post(documentPath(published, "publish"), { intent: "publish", revision: "2" }));
  const { text } = await done(alytus.page(`/networks/${demoNetwork}/documents/new`));
  const people = await done(leadPartner.page(`/networks/${demoNetwork}/people`));
  const officer = /people\/(\w+)"[^>]*>Project officer, Alytus</.exec(people.text)?.[1] ?? "";
  const page = await done(leadPartner.page(`/networks/${demoNetwork}/people/${officer}`));
  const places: Places = {
    handover: newId(),
    membership: /\?role=(\w+)"/.exec(page.text)?.[1] ?? "",
    network: demoNetwork,
    draft,
    published,
    theirComment: await remark(leadPartner, published, "How many stalls?"),
    ownComment: await remark(alytus, published, "We counted them twice."),
    partnership: /name="partnershipId" value="(\w+)"/.exec(text)?.[1] ?? "",
    person: await idOfRoeselare(origin),
    city: await idOfAlytus(origin),
    group: newId(),
    task: await taskOf(alytus, officer),
    file: (await sendFile(alytus, published, "stalls.csv", "year;stalls\n2021;40\n")).id,
  };
  const group = { id: places.group, partnershipId: places.partnership, name: "Traders of the market" };
  await done(alytus.post(`/networks/${demoNetwork}/groups`, { intent: "found", ...group }));
  return { alytus, places };
}

/** Has Alytus publish minutes that give this person something to do, and answers the task's id. */
async function taskOf(alytus: Visitor, personId: string): Promise<string> {
  const id = await beginPractice(alytus, {
    ...{ kind: "minutes", title: "Minutes of the market" },
    text: `- [ ] Count the stalls [@Officer](/people/${personId}) 2031-05-01`,
  });
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
  const { text } = await done(alytus.page(documentPath(id)));
  return /value="done:(\w+)"/.exec(text)?.[1] ?? "";
}

/** The id of Roeselare's officer, as an administrator finds it. */
async function idOfRoeselare(origin: string): Promise<string> {
  const administrator = await signedInAs(origin, "administrator");
  const { text } = await done(administrator.page("/administration?words=roeselare@demo.torg"));
  return /\/administration\/accounts\/(\w+)/.exec(text)?.[1] ?? "";
}

/** The id of the city of Alytus, as an administrator finds it. */
async function idOfAlytus(origin: string): Promise<string> {
  const administrator = await signedInAs(origin, "administrator");
  const { text } = await done(administrator.page("/administration/cities"));
  return /\/administration\/cities\/(\w+)"[^>]*>Alytus</.exec(text)?.[1] ?? "";
}
