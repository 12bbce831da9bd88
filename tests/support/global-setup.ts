/** What every test run needs once, before the first test file. */
import { makeTemplateDatabase } from "./template-database";
import { bundleWorkers } from "../../scripts/bundle-workers.mjs";

export default async function setUp(): Promise<void> {
  makeTemplateDatabase();
  await bundleWorkers();
}
