// The bytes of y-protocols messages, written and read with care: what comes in may be anything.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** A sync message: what one has (step 1, a state vector), what the other lacks (step 2), or an update. */
export interface SyncMessage {
  step: "has" | "lacks" | "update";
  bytes: Uint8Array;
}

const steps = ["has", "lacks", "update"] as const;

/** What one client says of itself, or of nobody (null: it is gone). */
export interface Said<State = unknown> {
  client: number;
  clock: number;
  state: State | null;
}

export function writeSync({ step, bytes }: SyncMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, steps.indexOf(step));
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** The message in these bytes; nothing where they are none. */
export function readSync(message: Uint8Array): SyncMessage | undefined {
  return carefully(message, (decoder) => {
    const step = steps[decoding.readVarUint(decoder)];
    const bytes = decoding.readVarUint8Array(decoder);
    return step && { step, bytes };
  });
}

export function writeAwareness(said: Said[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, said.length);
  for (const { client, clock, state } of said) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  }
  return encoding.toUint8Array(encoder);
}

/** What is said in these bytes of at most so many clients; nothing where they are no awareness update. */
export function readAwareness(message: Uint8Array, atMost: number): Said[] | undefined {
  return carefully(message, (decoder) => {
    const count = decoding.readVarUint(decoder);
    if (count > atMost) return undefined;
    return Array.from({ length: count }, () => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: JSON.parse(decoding.readVarString(decoder)) as unknown,
    }));
  });
}

/** Nothing, too, where bytes are left over. */
function carefully<Value>(
  message: Uint8Array,
  read: (decoder: decoding.Decoder) => Value | undefined,
): Value | undefined {
  try {
    const decoder = decoding.createDecoder(message);
    const value = read(decoder);
    return decoding.hasContent(decoder) ? undefined : value;
  } catch {
    return undefined;
  }
}
