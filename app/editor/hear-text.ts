// What the server says of one text among all that comes over the line.
import type { TextLine } from "~/realtime/text-line";
import type { TextToClient } from "~/realtime/text-protocol";

/** What is done with each of it; `connect` and `disconnect` are the line's own. Bytes come as bytes, and of this text alone. */
export interface TextHearing {
  connect(): void;
  disconnect(): void;
  sync(message: string): void;
  awareness(update: Uint8Array): void;
  rights: TextToClient["rights"];
  reset: TextToClient["reset"];
  rejoin(): void;
  left(): void;
  fullness: TextToClient["fullness"];
  saving: TextToClient["saving"];
}

/** Hears from now on; what it answers stops that. */
export function hearText(line: TextLine, document: string, hearing: TextHearing): () => void {
  const isOurs = (message: { document: string }) => message.document === document;
  const heard: TextToClient & { connect(): void; disconnect(): void } = {
    connect: () => hearing.connect(),
    disconnect: () => hearing.disconnect(),
    sync: (of, message) => {
      if (of === document) hearing.sync(message);
    },
    awareness: (of, message) => {
      if (of === document) hearing.awareness(bytesOf(message));
    },
    rights: (message) => isOurs(message) && hearing.rights(message),
    reset: (message) => isOurs(message) && hearing.reset(message),
    rejoin: (message) => isOurs(message) && hearing.rejoin(),
    left: (message) => isOurs(message) && hearing.left(),
    fullness: (message) => isOurs(message) && hearing.fullness(message),
    saving: (message) => hearing.saving(message),
  };
  const socket = line as unknown as {
    on(name: string, listener: unknown): void;
    off(name: string, listener: unknown): void;
  };
  for (const [name, listener] of Object.entries(heard)) socket.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(heard)) socket.off(name, listener);
  };
}

/** Bytes that came as base64. */
export function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  // Letter by letter through an iterator, a long text would take a third of a second.
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
