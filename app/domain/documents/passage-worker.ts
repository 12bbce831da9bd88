// The worker thread that finds passages in a text as it is, or as it stood. Bundled into `build/workers/passage.js`.
import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import { openLogReader, type LogReader } from "~/platform/update-log-file.server";
import { newDocument, quickState } from "./document-state";
import type { Passage } from "./passage";
import { passagePicked, placesIn } from "./passage-places";
import type { PassageStands, PickedPassage } from "./picked-passage";
import { lettersOf } from "./text-letters";

export interface PassageJob {
  /** The log. */
  file: string;
  document: string;
  /** The text as it stood at this moment, ms; as it is where nothing is said. */
  until?: number;
  /** Which passage is this? */
  picked?: PickedPassage;
  /** Where do these stand? */
  passages?: Passage[];
}

export type PassageResult = { passage?: Passage; places: PassageStands[] } | { wrong: string };

parentPort?.on("message", (job: PassageJob) => parentPort?.postMessage(answer(job)));

function answer({ file, document, until, picked, passages = [] }: PassageJob): PassageResult {
  try {
    const reader = openLogReader(file);
    try {
      const stored = reader.read(document);
      const updates = until === undefined ? quickState(stored).parts : stoodThen(reader, document, until);
      const shared = newDocument();
      shared.transact(() => updates.forEach((update) => Y.applyUpdate(shared, update)));
      const letters = lettersOf(shared);
      shared.destroy();
      return {
        passage: picked && passagePicked(letters, picked),
        places: placesIn(letters, passages, stored.moves),
      };
    } finally {
      reader.close();
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { wrong: code ?? message ?? String(error) };
  }
}

/** A text that stood before it was written together is as it was when that began. */
function stoodThen(reader: LogReader, document: string, until: number): Uint8Array[] {
  const { updates } = reader.history(document, until);
  return updates.length > 0 ? updates : reader.history(document).updates.slice(0, 1);
}
