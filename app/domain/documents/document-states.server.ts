// Reads documents from the update log beside the event loop: a long history is put together by a worker, not by whoever serves people.
import { join } from "node:path";
import { createBackground } from "~/platform/background.server";
import { root } from "~/platform/root.server";
import type { DocumentState } from "./document-state";
import type { StateJob, StateResult } from "./document-state-worker";

export interface DocumentStates {
  /**
   * What the log holds of this document; one never written is empty. With care it takes longer, and every frame was really applied. Rejects
   * when the log cannot be read.
   */
  read(document: string, options?: { isCareful: boolean }): Promise<DocumentState>;
  /** One update by its number; nothing where it is not there, or not as it was. */
  update(document: string, number: number): Promise<Uint8Array | undefined>;
  /** All updates after this number, and whose they are. */
  after(document: string, number: number): Promise<Array<{ sender: string | null; bytes: Uint8Array }>>;
  /** The number of the last acknowledged update of every document. */
  heads(): Promise<Array<{ document: string; number: number }>>;
  /** Every document of which frames were set aside, and how many: for administrators. */
  aside(): Promise<Array<{ document: string; frames: number }>>;
  close(): Promise<void>;
}

/** Reads this log, by a thread that is started at once: whoever comes first does not wait for it. */
export function documentStates(file: string): DocumentStates {
  const background = createBackground<StateJob, StateResult>({
    workerFile: join(root(), "build/workers/document-state.js"),
    timeLimit: 30_000,
    // Who opens a document does not wait for a thread to start.
    quiet: 600_000,
    longestQueue: 5_000,
    memoryLimit: 512,
  });
  background.run({ kind: "wake" }).catch(() => undefined);
  const ask = async (job: StateJob): Promise<StateResult> => {
    const result = await background.run(job);
    if ("wrong" in result) throw new Error(`The update log cannot be read: ${result.wrong}`);
    return result;
  };
  return {
    read: async (document, { isCareful } = { isCareful: false }) => {
      const result = await ask({ file, kind: "read", document, isCareful });
      if (!("state" in result)) throw new Error("The reader of the update log answered something else.");
      return result.state;
    },
    update: async (document, number) => {
      const result = await ask({ file, kind: "update", document, number });
      return "update" in result ? result.update : undefined;
    },
    after: async (document, number) => {
      const result = await ask({ file, kind: "after", document, number });
      return "after" in result ? result.after : [];
    },
    heads: async () => {
      const result = await ask({ file, kind: "heads" });
      return "heads" in result ? result.heads : [];
    },
    aside: async () => {
      const result = await ask({ file, kind: "aside" });
      return "aside" in result ? result.aside : [];
    },
    close: () => background.close(),
  };
}
