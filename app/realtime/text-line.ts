// The browser's end of /texts: over the window's own line, opened with the first text and back by itself after every loss.
import type { Socket } from "socket.io-client";
import { connection, tellReconnected } from "./connection";
import { textsNamespace } from "./text-namespace";
import type { TextToClient, TextToServer } from "./text-protocol";

export type TextLine = Socket<TextToClient, TextToServer>;

let line: Promise<TextLine> | undefined;

/**
 * The window's socket for texts, on behalf of this person alone: where another has signed in in this browser meanwhile, the server refuses
 * the line, so that nobody hands in what somebody else wrote. The first caller opens it.
 */
export async function textLine(personId: string): Promise<TextLine> {
  const opened = await (line ??= open());
  const { person } = opened.auth as { person?: string };
  if (person !== personId) {
    opened.disconnect();
    opened.auth = { person: personId };
  }
  if (!opened.active) opened.connect();
  return opened;
}

async function open(): Promise<TextLine> {
  const { io: manager } = await connection();
  const opened: TextLine = manager.socket(textsNamespace, { auth: {} });
  keepUp(opened, tellReconnected);
  // Before the line itself is closed with the page: what one says after that would be said into nothing. A page that stays after all
  // comes back.
  const leave = () => {
    if (!opened.connected) return;
    opened.disconnect();
    setTimeout(() => opened.connect(), 1_000);
  };
  window.addEventListener("beforeunload", leave, { capture: true });
  return opened;
}

/**
 * Has the line come back where the library leaves it: cut by the server (a right or the session has changed), or refused in words.
 * `onSessionOver` is told once it is refused for want of a session: the page finds out, and says it.
 */
export function keepUp(socket: TextLine, onSessionOver: () => void): void {
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") socket.connect();
  });
  socket.on("connect_error", (error) => {
    if (socket.active) return;
    if (error.message === "not-found") onSessionOver();
    else setTimeout(() => socket.connect(), 5_000);
  });
}
