// Real sockets against a real server on a port of its own.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import { signIn } from "~/domain/accounts/sessions.server";
import { ownAddresses } from "~/http/origins.server";
import { isFromOurPage } from "~/http/security.server";
import type { Ack, ToBrowser, ToServer } from "~/realtime/protocol";
import { textsNamespace } from "~/realtime/text-namespace";
import type { TextToClient, TextToServer } from "~/realtime/text-protocol";
import { openRealtime } from "~/realtime/realtime.server";
import { testPassword } from "./found-network";

export type TestSocket = Socket<ToBrowser, ToServer>;
export type TestTextSocket = Socket<TextToClient, TextToServer>;

export interface SocketHouse {
  /** A socket of this cookie, not yet connected. */
  socket(cookie: string | undefined, headers?: Record<string, string>): TestSocket;
  /** One in the namespace of texts. */
  textSocket(cookie: string | undefined, headers?: Record<string, string>): TestTextSocket;
  origin: string;
  close(): Promise<void>;
}

/** Opens the second door alone, on this port. Closed after the test. */
export async function socketHouse(port = 0): Promise<SocketHouse> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const own = ownAddresses((server.address() as AddressInfo).port);
  const realtime = openRealtime(
    server,
    (request) => own.isOwnHost(request.headers.host) && isFromOurPage(request, own),
  );
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= realtime.close());
  onTestFinished(close);
  const socketAt = (address: string, cookie: string | undefined, headers: Record<string, string> = {}) => {
    const socket = io(address, {
      transports: ["websocket"],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      extraHeaders: { origin: own.origin, ...(cookie ? { cookie } : {}), ...headers },
    });
    onTestFinished(() => void socket.disconnect());
    return socket;
  };
  return {
    close,
    origin: own.origin,
    socket: (cookie, headers) => socketAt(own.origin, cookie, headers),
    textSocket: (cookie, headers) => socketAt(`${own.origin}${textsNamespace}`, cookie, headers),
  };
}

let addresses = 0;

/** Signs the person in and gives the Cookie header of their browser. */
export async function cookieFor(person: { email: string }): Promise<string> {
  const caller = { address: `203.0.113.${(addresses += 1)}`, userAgent: "Test" };
  const { setCookies } = await signIn(caller, { email: person.email, password: testPassword });
  return setCookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Resolves when connected; rejects with the server's words when refused. */
export function connected<Kind extends TestSocket | TestTextSocket>(socket: Kind): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const knocking: TestSocket | TestTextSocket = socket;
    (knocking as Socket).once("connect", () => resolve(socket));
    (knocking as Socket).once("connect_error", reject);
    knocking.connect();
  });
}

/** The answer to one message. */
export function ask<Value = unknown>(
  socket: TestSocket | TestTextSocket,
  name: string,
  message: unknown,
): Promise<Ack<Value>> {
  return (
    socket as unknown as { emitWithAck(name: string, message: unknown): Promise<Ack<Value>> }
  ).emitWithAck(name, message);
}

/** The next message of this name. */
export function next<Name extends keyof ToBrowser>(
  socket: TestSocket,
  name: Name,
): Promise<Parameters<ToBrowser[Name]>[0]> {
  return new Promise((resolve) => socket.once(name, resolve as never));
}

/** Resolves with the reason when the server cuts the socket. */
export function cut(socket: TestSocket | TestTextSocket): Promise<string> {
  return new Promise((resolve) => (socket as Socket).once("disconnect", resolve));
}
