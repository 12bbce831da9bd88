// A text's line as bad networks make it: messages late, twice, out of their order, and answers that never arrive because the line breaks.
import type { TextLine } from "~/realtime/text-line";

export interface RoughCounts {
  delayed: number;
  duplicated: number;
  reordered: number;
  /** Acknowledgements on whose way the line broke. */
  unheard: number;
}

export interface Weather {
  /** While not, everything passes as it comes. */
  isRough: boolean;
  counts: RoughCounts;
  /** From 0 to below 1. */
  draw(): number;
}

type Listener = (...given: unknown[]) => void;
type Sending = { emitWithAck(name: string, ...given: unknown[]): Promise<unknown> };

/** Milliseconds that a message is late, at most. */
const latest = 120;

/** What a `TextSession` uses of its line, over this real one. Asking (joining, step 1) is only late: what is asked twice is another question. */
export function roughLine(line: TextLine, weather: Weather): TextLine {
  const { counts, draw } = weather;
  const wrapped = new Map<unknown, Listener>();
  const socket = line as unknown as {
    on(name: string, listener: Listener): void;
    off(name: string, listener: Listener): void;
    emit(name: string, ...given: unknown[]): void;
  };
  let passages = 0;
  /** Of those that have arrived, the one that set out last. */
  let arrived = 0;

  /** Resolves when the message has arrived. */
  async function passage(): Promise<void> {
    const number = (passages += 1);
    if (weather.isRough && draw() < 0.4) {
      counts.delayed += 1;
      await new Promise((resolve) => setTimeout(resolve, draw() * latest));
    }
    if (number < arrived) counts.reordered += 1;
    arrived = Math.max(arrived, number);
  }

  function twice(): boolean {
    const isTwice = weather.isRough && draw() < 0.1;
    if (isTwice) counts.duplicated += 1;
    return isTwice;
  }

  const sending = (sent: Sending): Sending => ({
    emitWithAck: async (name, ...given) => {
      const { id } = line;
      await passage();
      // It was under way when the line broke.
      if (!line.connected || line.id !== id) throw new Error("the line broke");
      const [, message] = given;
      const isUpdate = name === "sync" && message instanceof Uint8Array && message[0] !== 0;
      if (isUpdate && twice())
        void passage().then(() => line.connected && socket.emit(name, ...given, () => undefined));
      const answer = await sent.emitWithAck(name, ...given);
      if (isUpdate && weather.isRough && draw() < 0.03) {
        counts.unheard += 1;
        line.io.engine.close();
        throw new Error("the line broke");
      }
      return answer;
    },
  });

  const hearing = (name: string, listener: Listener): Listener => {
    if (name !== "sync") return listener;
    return (...given) => {
      if (!weather.isRough) return listener(...given);
      void passage().then(() => listener(...given));
      if (twice()) void passage().then(() => listener(...given));
    };
  };

  const rough = {
    get connected() {
      return line.connected;
    },
    get volatile() {
      return line.volatile;
    },
    emit: socket.emit.bind(line),
    timeout: (milliseconds: number) => sending(line.timeout(milliseconds) as unknown as Sending),
    on: (name: string, listener: Listener) => {
      const heard = hearing(name, listener);
      wrapped.set(listener, heard);
      socket.on(name, heard);
    },
    off: (name: string, listener: Listener) => socket.off(name, wrapped.get(listener) ?? listener),
  };
  return rough as unknown as TextLine;
}
