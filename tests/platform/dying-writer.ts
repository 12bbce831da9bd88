// Run as a process of its own by db.test.ts: writes until it is killed by its own hand, and prints what it was told is kept.
import { openDatabase } from "~/platform/db.server";

const [, , file = "", rounds = "10"] = process.argv;
const { write, turns } = await openDatabase({ file });
const network = (id: string) => ({
  id,
  slug: id,
  name: id,
  type: "transfer",
  programme: "A programme",
  theme: "A theme",
});

const kept: string[] = [];
for (let round = 1; round <= Number(rounds); round += 1) {
  const all = ["a", "b", "c"].map(async (letter) => {
    const id = `${letter}${round}`;
    await write((transaction) => transaction.network.create({ data: network(id) }));
    kept.push(id);
  });
  const turn = turns.network.create({ data: network(`turn${round}`) }).then(({ id }) => kept.push(id));
  await Promise.all([...all, turn]);
}
// What nobody was told is kept may be lost; it is under way when the process dies.
void write((transaction) => transaction.network.create({ data: network("unanswered") }));
process.stdout.write(`${JSON.stringify(kept)}\n`, () => process.kill(process.pid, "SIGKILL"));
