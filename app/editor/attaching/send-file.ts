// Sends one file to the document, telling how much of it is there; fetched when the first file is to be sent.
import { passingWrongs, type TakenFile } from "~/domain/files/file";

/**
 * What became of it. `words`: why it was refused, in the reader's language; without them the server could not say. `mayAgain`: the same
 * file may be taken in later.
 */
export type Sent =
  | { kind: "taken"; file: TakenFile }
  | { kind: "refused"; words?: string; mayAgain: boolean }
  | { kind: "no-connection" };

export interface Sending {
  /** Where the document's files are taken in. */
  address: string;
  /** It stays there, whether a text names it or not. */
  isKept: boolean;
  /** Part of it that has left, 0 to 1. */
  onProgress(part: number): void;
  signal: AbortSignal;
}

/** Resolves whatever happens; as `no-connection` also where it is called off. */
export function sendFile(file: File, { address, isKept, onProgress, signal }: Sending): Promise<Sent> {
  // fetch tells nobody how much has been sent.
  const request = new XMLHttpRequest();
  request.open("POST", `${address}?name=${encodeURIComponent(file.name)}${isKept ? "&keep=1" : ""}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.responseType = "json";
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answered(request));
    request.onerror = request.onabort = request.ontimeout = () => resolve({ kind: "no-connection" });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function answered({ status, response }: XMLHttpRequest): Sent {
  const said = (response ?? {}) as { file?: TakenFile; words?: unknown; refused?: unknown };
  if (status >= 200 && status < 300 && said.file) return { kind: "taken", file: said.file };
  if (typeof said.words !== "string") return { kind: "refused", mayAgain: true };
  return { kind: "refused", words: said.words, mayAgain: passingWrongs.some((key) => key === said.refused) };
}
