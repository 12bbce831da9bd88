// Two versions of one plan, by two officers of Alytus: words, a cell, a task and the title are others, a passage stands elsewhere, a section is gone.
import { beginPractice, documentPath, done } from "./alytus-writes";
import { signedInAs, type Visitor } from "./visitor";

const stalls = "The stalls open at six in the morning, since the bakers are the first to come.";
const same = ["One", "Two", "Three", "Four"].map((word) => `${word} of many paragraphs that nobody changed.`);

export const before = `The market is the oldest square of the city and has **no** roof.

## Money

| What | Cost | When |
| --- | --- | --- |
| Roof of tin | 100,000 | May |
| Doors | 20,000 | June |

${stalls}

## Traders

${same.join("\n\n")}

- [ ] Ask the traders
- [ ] Ask the bakers

## Parking

Cars stand on the square for now.

They will go to the river.
`;

export const after = `The market is the oldest square of the city and has a [roof](https://roof.example) of glass.

${stalls}

## Money

| What | Cost | When |
| --- | --- | --- |
| Roof of glass | 140,000 | May |
| Doors | 20,000 | June |

## Traders

${same.join("\n\n")}

- [x] Ask the traders
- [ ] Ask the bakers
`;

export interface TwoVersions {
  id: string;
  alytus: Visitor;
  /** The versions' numbers. */
  first: number;
  second: number;
}

/** The second is written by the colleague, so that each is a sitting of its own. */
export async function twoVersions(origin: string): Promise<TwoVersions> {
  const [alytus, colleague] = await Promise.all([
    signedInAs(origin, "alytus"),
    signedInAs(origin, "alytus2"),
  ]);
  const id = await beginPractice(alytus, { title: "A roof for the market", text: before });
  const written = { title: "A glass roof for the market", language: "en", text: after };
  await done(colleague.post(documentPath(id, "edit"), { intent: "save", revision: "2", ...written }));
  return { id, alytus, first: 2, second: 3 };
}
