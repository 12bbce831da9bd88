// A practice of Alytus with remarks of all kinds on its passages, for whoever looks at how they are shown.
import { newId } from "~/platform/id";
import { beginPractice, demoNetwork, documentPath, done, sendFile } from "./alytus-writes";
import { madePicture } from "./pictures";
import { signedInAs, type Fields, type Visitor } from "./visitor";

export interface Roofs {
  id: string;
  /** The threads, in the order in which they were begun. */
  threads: string[];
  mustFix: string;
}

const words = (picture: string, introduction: string) => `## Green roofs for the old town

${introduction}

The municipality surveyed every flat roof between the market square and the river. Forty of them can carry soil and plants without a new structure, and twelve need only a railing.

${picture}

| City | Roofs | Who looks after them |
| --- | --- | --- |
| Alytus | Forty of them | The housing company |
| Barnsley | Sixty of them | Nobody yet |

## What it costs

A square metre costs between ninety and one hundred and forty euros. The programme pays for the first twelve roofs.
`;

const mustFix =
  "This contradicts the table below: there it is the housing company that looks after the roofs, and it has not been asked. Ask it before this is published, and say who pays when it rains in.";

/** Lets an expert and a lead partner remark on it and Alytus answer; the sentence of one remark is deleted from the text that is worked on. */
export async function roofsRemarkedOn(origin: string): Promise<Roofs> {
  const [alytus, expert, barnsley] = await Promise.all(
    ["alytus", "lead-expert", "barnsley"].map((account) => signedInAs(origin, account)),
  );
  if (!alytus || !expert || !barnsley) throw new Error("nobody signed in");
  const title = "Green roofs for the old town";
  const id = await beginPractice(alytus, { title });
  const { buffer } = await madePicture("roofs.jpg", 960, 540);
  const file = await sendFile(alytus, id, "roofs.jpg", buffer);
  const picture = `![Roofs of the old town](/files/${file.id}/960x540 "The roofs in May")`;
  const introduction = "Alytus has much rain in spring and little shade in July.";
  const save = (revision: string, text: string) =>
    done(alytus.post(documentPath(id, "edit"), { intent: "save", revision, title, language: "en", text }));
  await save("1", words(picture, introduction));
  await done(alytus.post(documentPath(id, "publish"), { intent: "publish", revision: "2" }));
  const about = (said: string) => ({ kind: "words", words: said, before: "", after: "", at: 0 });
  const say = async (by: Visitor, text: string, passage: object | null, more: Fields = {}) => {
    const remark = newId();
    const on: Fields = passage ? { passage: JSON.stringify(passage) } : {};
    await done(
      by.postData(`${documentPath(id)}?index`, {
        ...{ intent: "add", id: remark, madeOn: "published", text },
        ...on,
        ...more,
      }),
    );
    return remark;
  };
  const threads = [
    await say(expert, mustFix, about("Forty of them can carry soil and plants without a new structure"), {
      kind: "must-fix",
    }),
    await say(expert, "In which months?", about(introduction), { kind: "question" }),
    await say(
      barnsley,
      "A picture from the river would show more of them.",
      { kind: "picture", file: file.id, number: 0 },
      { kind: "idea" },
    ),
    await say(barnsley, "We should look at this together.", about("Nobody yet"), { kind: "idea" }),
    await say(
      expert,
      "The clearest sum in the whole plan.",
      about("The programme pays for the first twelve roofs"),
      { kind: "praise" },
    ),
    await say(barnsley, "Well told. When do you come to us?", null, { kind: "question" }),
  ];
  const [first = "", , , fourth = ""] = threads;
  await say(alytus, "We ask it on Monday.", null, { parentId: first });
  const page = `${documentPath(id)}?index`;
  const { text: people } = await done(barnsley.page(`/networks/${demoNetwork}/people`));
  const assigneeId = /people\/(\w+)"[^>]*>Project officer, Alytus</.exec(people)?.[1] ?? "";
  await done(expert.postData(page, { intent: "assign", id: first, assigneeId, dueOn: "2030-01-31" }));
  await done(alytus.postData(page, { intent: "resolve", id: fourth, outcome: "answered" }));
  await save("2", words(picture, "Alytus is a town of fifty thousand on a wide river."));
  return { id, threads, mustFix };
}
