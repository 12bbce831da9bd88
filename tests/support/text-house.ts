// The door of texts with their log in a file of its own, and clients that keep to docs/protocol.md.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { openTexts } from "~/domain/documents/written-together.server";
import { documentSchemaVersion, textField } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";
import { fromShared } from "~/text/shared-document";
import { readSync, writeSync } from "~/realtime/text-messages";
import type { Caret, JoinedText, JoinText, SyncAnswer, TextAck } from "~/realtime/text-protocol";
import { ask, connected, cookieFor, socketHouse, type SocketHouse, type TestTextSocket } from "./sockets";

export interface TextHouse {
  sockets: SocketHouse;
  /** The log's file. */
  file: string;
  /**
   * Stops the server and starts it again on the same file and port, without waiting for what is not in the log. `between` is done while
   * nothing runs.
   */
  restart(between?: () => void): Promise<void>;
}

/** Opens the door of texts, on a log that is there or on a new one. Closed after the test. */
export async function textHouse(
  there?: string,
  options: Parameters<typeof openTexts>[1] = {},
): Promise<TextHouse> {
  const folder = mkdtempSync(join(tmpdir(), "torg-texts-"));
  const file = there ?? join(folder, "texts.sqlite");
  let texts = openTexts(file, options);
  let sockets = await socketHouse();
  onTestFinished(async () => {
    await sockets.close();
    await texts.close(2_000);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get sockets() {
      return sockets;
    },
    file,
    restart: async (between) => {
      const port = Number(new URL(sockets.origin).port);
      // Both at once: what is under way finds no log any more, as where the server is killed.
      await Promise.all([texts.close(0), sockets.close()]);
      between?.();
      texts = openTexts(file, options);
      sockets = await socketHouse(port);
    },
  };
}

const base64 = (message: string) => new Uint8Array(Buffer.from(message, "base64"));

/** Somebody's editor as a client of the protocol. */
export class TextClient {
  readonly doc = new Y.Doc({ gc: false });
  readonly awareness = new Awareness(this.doc);
  readonly heard: Array<[name: string, message: unknown]> = [];
  joined?: JoinedText;
  private listeners = new Set<() => void>();

  constructor(
    readonly socket: TestTextSocket,
    readonly place: { network: string; document: string },
  ) {
    this.awareness.setLocalState(null);
    socket.on("sync", (_document, message) => {
      const read = readSync(base64(message));
      if (read) Y.applyUpdate(this.doc, read.bytes, "server");
      this.tell();
    });
    socket.on("awareness", (_document, message) => {
      applyAwarenessUpdate(this.awareness, base64(message), "server");
      this.tell();
    });
    for (const name of ["rights", "reset", "rejoin", "left", "saving", "fullness"] as const)
      socket.on(name, (message: unknown) => {
        this.heard.push([name, message]);
        this.tell();
      });
    onTestFinished(() => this.awareness.destroy());
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** Resolves when it holds, looked at after every message. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.listeners.delete(look);
        resolve();
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Sits down and takes what the server has. */
  async join(order: Partial<JoinText> = {}): Promise<TextAck<JoinedText>> {
    const client = this.doc.clientID;
    const message = { ...this.place, schema: documentSchemaVersion, client, ...order };
    const answer = (await ask<JoinedText>(this.socket, "join", message)) as TextAck<JoinedText>;
    if (!answer.ok) return answer;
    this.joined = answer.value;
    applyAwarenessUpdate(this.awareness, base64(answer.value.awareness), "server");
    if (answer.value.isOutdated) return answer;
    const lacked = await this.send(writeSync({ step: "has", bytes: Y.encodeStateVector(this.doc) }));
    const read = lacked.ok && "message" in lacked.value && readSync(base64(lacked.value.message));
    if (read) Y.applyUpdate(this.doc, read.bytes, "server");
    return answer;
  }

  /** Hands in what the server lacked when one joined. */
  async handIn(): Promise<TextAck<SyncAnswer>> {
    const has = readSync(base64(this.joined?.has ?? ""));
    return this.send(writeSync({ step: "lacks", bytes: Y.encodeStateAsUpdate(this.doc, has?.bytes) }));
  }

  send(message: unknown, document = this.place.document): Promise<TextAck<SyncAnswer>> {
    const { socket } = this as unknown as {
      socket: { emitWithAck(name: string, ...rest: unknown[]): Promise<TextAck<SyncAnswer>> };
    };
    return socket.emitWithAck("sync", document, message);
  }

  update(bytes: Uint8Array): Promise<TextAck<SyncAnswer>> {
    return this.send(writeSync({ step: "update", bytes }));
  }

  /** Changes the text, and answers what the change is as an update. */
  edit(change: (root: Y.XmlFragment) => void): Uint8Array {
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array) => updates.push(update);
    this.doc.on("update", hear);
    this.doc.transact(() => change(this.doc.getXmlFragment(textField)));
    this.doc.off("update", hear);
    return updates.length > 0 ? Y.mergeUpdates(updates) : new Uint8Array([0, 0]);
  }

  /** Writes words into the first paragraph, without sending them. */
  write(words: string, at = 0): Uint8Array {
    return this.edit((root) => {
      const [paragraph] = root.toArray();
      if (!(paragraph instanceof Y.XmlElement)) throw new Error("no paragraph");
      let [text] = paragraph.toArray();
      if (!(text instanceof Y.XmlText)) paragraph.insert(0, [(text = new Y.XmlText())]);
      (text as Y.XmlText).insert(at, words);
    });
  }

  /** Writes words and sends them. */
  type(words: string, at = 0): Promise<TextAck<SyncAnswer>> {
    return this.update(this.write(words, at));
  }

  /** Says where the caret is. */
  point(cursor: unknown, claimed: object = {}): void {
    this.awareness.setLocalState({ ...claimed, cursor });
    this.socket.emit(
      "awareness",
      this.place.document,
      encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]),
    );
  }

  /** What the others are known to say of themselves. */
  others(): Caret[] {
    return [...this.awareness.getStates()]
      .filter(([client]) => client !== this.awareness.clientID)
      .map(([, state]) => state as Caret);
  }

  markdown(): string {
    return toMarkdown(fromShared(this.doc).document);
  }
}

/** A connected client of this person. */
export async function textClient(
  house: TextHouse,
  person: { email: string },
  place: { network: string; document: string },
  transport: "websocket" | "polling" = "websocket",
): Promise<TextClient> {
  const socket = house.sockets.textSocket(await cookieFor(person));
  socket.io.opts.transports = [transport];
  await connected(socket);
  return new TextClient(socket, place);
}
