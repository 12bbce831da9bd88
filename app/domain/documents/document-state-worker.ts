/** The worker thread that reads documents from the update log. Bundled into `build/workers/document-state.js`. */
import { parentPort } from "node:worker_threads";
import { openLogReader } from "~/platform/update-log-file.server";
import { carefulState, quickState, type DocumentState } from "./document-state";

export type StateJob =
  /** Only has the thread there, before it is asked for anything. */
  | { kind: "wake" }
  | ({ file: string } & (
      | { kind: "read"; document: string; isCareful: boolean }
      | { kind: "update"; document: string; number: number }
      | { kind: "after"; document: string; number: number }
      | { kind: "heads" }
      | { kind: "aside" }
    ));

export type StateResult =
  | { state: DocumentState }
  | { update: Uint8Array | undefined }
  | { after: Array<{ sender: string | null; bytes: Uint8Array }> }
  | { heads: Array<{ document: string; number: number }> }
  | { aside: Array<{ document: string; frames: number }> }
  | { wrong: string };

// The connection does not outlive the question: where the file is replaced, the next question asks the new one.
parentPort?.on("message", (job: StateJob) => parentPort?.postMessage(answer(job)));

function answer(job: StateJob): StateResult {
  if (job.kind === "wake") return { heads: [] };
  try {
    const reader = openLogReader(job.file);
    try {
      if (job.kind === "heads") return { heads: reader.heads() };
      if (job.kind === "update") return { update: reader.update(job.document, job.number)?.bytes };
      if (job.kind === "after")
        return {
          after: reader.after(job.document, job.number).map(({ sender, bytes }) => ({ sender, bytes })),
        };
      if (job.kind === "aside") return { aside: reader.aside() };
      const frames = reader.read(job.document);
      return { state: job.isCareful ? carefulState(frames) : quickState(frames) };
    } finally {
      reader.close();
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { wrong: code ?? message ?? String(error) };
  }
}
