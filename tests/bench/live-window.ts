// One of two hundred windows at a document: a WebSocket that speaks just enough of docs/protocol.md, so that the load weighs little.
import type { RawData, WebSocket as Socket } from "ws";
import { readSync, writeAwareness, writeSync } from "~/realtime/text-messages";
import type { JoinedText, SyncAnswer, TextAck } from "~/realtime/text-protocol";
import { documentSchemaVersion } from "~/text/document-schema";
import { WebSocket } from "./websocket.mjs";

/** A place from which updates are sent, and at which the others' arrive. */
export interface Window {
  /** Its Yjs client id. */
  client: number;
  /** Resolves with whether the update is durably kept; at once where nobody says so. */
  send(update: Uint8Array): Promise<boolean>;
  /** Hears every message with an update, as the bytes that came; `updateIn` reads them. */
  onMessage(listener: (message: Buffer) => void): void;
  updateIn(message: Buffer): Uint8Array | undefined;
  close(): void;
}

export interface TextWindow extends Window {
  /** Sits down, says where its caret is, and answers what the server has. */
  join(document: string): Promise<Uint8Array>;
  leave(document: string): Promise<void>;
}

const bytesOf = (message: RawData) => message as Buffer;

/** What is said first may come together with the opening: whoever hears is there before. */
function dialled(address: string, headers: Record<string, string> = {}): Socket {
  return new WebSocket(address, { headers, perMessageDeflate: false });
}

/** A window at the bare relay. */
export async function relayWindow(origin: string, client: number): Promise<Window> {
  const socket = dialled(origin.replace("http", "ws"));
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return {
    client,
    send: async (update) => {
      socket.send(update);
      return false;
    },
    onMessage: (listener) => void socket.on("message", (message) => listener(bytesOf(message))),
    updateIn: (message) => message,
    close: () => socket.terminate(),
  };
}

const space = "/texts,";
/** Seconds between two sayings of where one's caret is, as y-protocols does by itself. */
const sayingPace = 15_000;

/** A window of the person with this cookie. Refused, it rejects. */
export async function textWindow(
  { origin, cookie, network }: { origin: string; cookie: string; network: string },
  client: number,
): Promise<TextWindow> {
  const address = `${origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const socket = dialled(address, { origin, cookie });
  const answers = new Map<number, (answer: TextAck<unknown>) => void>();
  let [numbers, clock, clockwork]: [number, number, NodeJS.Timeout | undefined] = [0, 0, undefined];
  let place = "";
  let begin = Buffer.alloc(0);
  let hear: (message: Buffer) => void = () => undefined;
  const letIn = new Promise<void>((resolve, reject) => {
    socket.on("message", (data, isBinary) => {
      const message = bytesOf(data);
      if (isBinary) return;
      // Mostly this, and it has to be quick: the others' updates.
      if (begin.length > 0 && message.subarray(0, begin.length).equals(begin)) return hear(message);
      const kind = message.toString("latin1", 0, 2);
      if (kind === "2") return socket.send("3");
      if (kind.startsWith("0")) return socket.send(`40${space}`);
      if (kind === "40") return resolve();
      if (kind === "44") return reject(new Error(message.toString()));
      if (kind !== "43") return;
      const [, number = "", value = ""] = /^43\/texts,(\d+)(.*)$/s.exec(message.toString()) ?? [];
      const [answer] = JSON.parse(value) as [TextAck<unknown>];
      answers.get(Number(number))?.(answer);
      answers.delete(Number(number));
    });
    socket.once("error", reject);
    socket.once("close", () => {
      reject(new Error("the line was cut"));
      for (const answer of answers.values()) answer({ ok: false, refusal: "failed" });
    });
  });
  await letIn;

  const asked = <Value>(name: string, order: object): Promise<TextAck<Value>> =>
    new Promise((resolve) => {
      answers.set((numbers += 1), resolve as (answer: TextAck<unknown>) => void);
      socket.send(`42${space}${numbers}${JSON.stringify([name, order])}`);
    });
  const sync = (document: string, message: Uint8Array): Promise<TextAck<SyncAnswer>> =>
    new Promise((resolve) => {
      answers.set((numbers += 1), resolve as (answer: TextAck<unknown>) => void);
      const head = JSON.stringify(["sync", document, { _placeholder: true, num: 0 }]);
      socket.send(`451-${space}${numbers}${head}`);
      socket.send(message);
    });
  const say = () => {
    const head = JSON.stringify(["awareness", place, { _placeholder: true, num: 0 }]);
    socket.send(`451-${space}${head}`);
    socket.send(writeAwareness([{ client, clock: (clock += 1), state: { cursor: { anchor: 1, head: 1 } } }]));
  };
  return {
    client,
    join: async (document) => {
      place = document;
      begin = Buffer.from(`42${space}["sync","${document}","`);
      const order = { network, document, schema: documentSchemaVersion, client };
      const joined = await asked<JoinedText>("join", order);
      if (!joined.ok || !joined.value.mayWrite) throw new Error(`not let in: ${JSON.stringify(joined)}`);
      const lacked = await sync(document, writeSync({ step: "has", bytes: new Uint8Array([0]) }));
      const read =
        lacked.ok && "message" in lacked.value && readSync(Buffer.from(lacked.value.message, "base64"));
      if (!read) throw new Error("no text came");
      say();
      clearInterval(clockwork);
      clockwork = setInterval(say, sayingPace);
      return read.bytes;
    },
    leave: async (document) => {
      clearInterval(clockwork);
      await asked("leave", { document });
    },
    send: async (update) => (await sync(place, writeSync({ step: "update", bytes: update }))).ok,
    onMessage: (listener) => (hear = listener),
    updateIn: (message) =>
      readSync(Buffer.from(message.toString("latin1", begin.length, message.length - 2), "base64"))?.bytes,
    close: () => {
      clearInterval(clockwork);
      socket.terminate();
    },
  };
}
