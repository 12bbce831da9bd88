// How large a message may be: updates of texts are binary and may be large, everything else is small.
import type { Server } from "socket.io";
import { updateLimit } from "~/domain/documents/live-document";
import { countRefusal } from "./text-refusals.server";
import { textsNamespace } from "./text-namespace";

/** Bytes above which a message ends the connection: an update that is only a little too large still gets its answer. */
export const largestMessage = Math.round(updateLimit * 1.5);
/** The same for everything that is not binary. */
const largestString = 100_000;

interface Packet {
  data?: unknown;
}

interface Connection {
  on(event: "packet", listener: (packet: Packet) => void): void;
  on(event: "close", listener: (reason: string, description: unknown) => void): void;
  close(discard?: boolean): void;
}

/** Ends connections over which comes what is too large, or binary where none belongs. */
export function boundMessages(io: Pick<Server, "engine">): void {
  io.engine.on("connection", (connection: Connection) => {
    connection.on("packet", ({ data }) => {
      if (typeof data !== "string") return;
      // A message announces how many binary parts follow: one, and only in the texts.
      const isBinary = /^[56]\d*-/.test(data);
      const isFit = data.length <= largestString && (!isBinary || data.startsWith(`51-${textsNamespace},`));
      if (!isFit) connection.close(true);
    });
    connection.on("close", (_reason, description) => {
      if (/max payload/i.test(causeOf(description))) countRefusal("update-too-large", "", "");
    });
  });
}

function causeOf(description: unknown): string {
  if (typeof description !== "object" || description === null) return String(description);
  const { message, description: cause } = description as { message?: string; description?: unknown };
  return `${message ?? ""} ${cause === undefined ? "" : causeOf(cause)}`;
}
