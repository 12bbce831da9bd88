/** A worker for tests that does to its thread what it is told. */
import { parentPort } from "node:worker_threads";

let answered = 0;

parentPort?.on("message", (order) => {
  if (order === "hang") for (;;);
  if (order === "throw") throw new Error("as told");
  if (order === "exit") process.exit(3);
  if (order === "hoard") for (const hoard = []; ;) hoard.push(new Array(100_000).fill(0));
  parentPort?.postMessage(
    order === "environment" ? Object.keys(process.env) : { order, answered: ++answered },
  );
});
