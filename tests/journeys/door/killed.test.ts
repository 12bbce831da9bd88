// What was answered is kept, whenever and however the process dies.
import { afterAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { alytusWrites, documentPath } from "../../support/alytus-writes";
import { openHouse, type House } from "../../support/house";
import { openRows } from "../../support/house-rows";

const houses: House[] = [];
afterAll(() => Promise.all(houses.map((house) => house.close())));

interface Kept {
  remarks: string[];
  draft: { revision: number; text: string };
}

/** Looks into the file that the dead process left. */
function leftIn(house: House, draftId: string): Kept {
  const rows = openRows(house.folder);
  try {
    expect(rows.pragma("integrity_check", { simple: true })).toBe("ok");
    const remarks = rows.prepare<[], string>("SELECT id FROM Comment").pluck().all();
    const draft = rows
      .prepare<[string], Kept["draft"]>("SELECT revision, text FROM Document WHERE id = ?")
      .get(draftId);
    return { remarks, draft: draft ?? { revision: 0, text: "" } };
  } finally {
    rows.close();
  }
}

/** Kills the process right after an answer, again and again, and answers how many remarks were answered meanwhile. */
async function killOften(rounds: number): Promise<number> {
  const house = await openHouse();
  houses.push(house);
  const { alytus, places } = await alytusWrites(house.origin);
  const answered: string[] = [];
  let { revision } = leftIn(house, places.draft).draft;
  for (let round = 1; round <= rounds; round += 1) {
    const remark = async () => {
      const id = newId();
      const order = { intent: "add", id, madeOn: "published", text: `Round ${round}` };
      const { status } = await alytus.postData(`${documentPath(places.published)}?index`, order);
      if (status === 200) answered.push(id);
    };
    const text = `Saved in round ${round}`;
    const order = { intent: "save", title: "A draft", language: "en", text, revision: String(revision) };
    // Others write at the same moment; what they were not told may be there or not.
    const others = Promise.allSettled([remark(), remark(), remark()]);
    expect((await alytus.postData(documentPath(places.draft, "edit"), order)).status).toBe(200);
    await house.stop("SIGKILL");
    await others;
    revision += 1;
    const { remarks, draft } = leftIn(house, places.draft);
    // Its last line ends, or not, by whether it was a text written together already.
    expect({ ...draft, text: draft.text.trimEnd() }).toEqual({ revision, text });
    expect(remarks).toEqual(expect.arrayContaining(answered));
    await house.restart();
  }
  expect((await alytus.page(documentPath(places.draft))).text).toContain(`Saved in round ${rounds}`);
  return answered.length;
}

test("nothing that was answered is lost when the process is killed at once, twenty times", async () => {
  const answered = await Promise.all([killOften(10), killOften(10)]);
  expect(Math.max(...answered)).toBeGreaterThan(0);
});
