// Reads nothing further from a line whose owner writes faster than is taken: what is not read is not lost, it comes later.
import type { IncomingMessage, ServerResponse } from "node:http";

/** What of Engine.IO's ways is needed: a WebSocket's stream can be paused; of polling, the next request waits for its turn. */
export interface Transport {
  socket?: { pause?(): void; resume?(): void; isPaused?: boolean };
  onDataRequest?(request: IncomingMessage, response: ServerResponse): void;
}

/** Milliseconds between two looks. */
const again = 20;
const held = new WeakSet<Transport>();

/** Reads no further until it holds. Asked again meanwhile, it changes nothing. */
export function readNoFurther(transport: Transport, until: () => boolean): void {
  const { socket: line } = transport;
  if (line?.pause) {
    if (line.isPaused) return;
    line.pause();
    whenever(until, () => line.resume?.());
  } else if (transport.onDataRequest && !held.has(transport)) holdRequests(transport, until);
}

function holdRequests(transport: Transport, until: () => boolean): void {
  let waiting: [IncomingMessage, ServerResponse] | undefined;
  held.add(transport);
  // A client sends its next request when the last is answered: a second one is none of ours.
  transport.onDataRequest = (request, response) => {
    if (waiting) response.writeHead(400).end();
    else waiting = [request, response];
  };
  whenever(until, () => {
    held.delete(transport);
    // What it was before is on the prototype.
    delete transport.onDataRequest;
    if (waiting && !waiting[0].destroyed) handOn(transport, waiting);
  });
}

function handOn(transport: Transport, request: [IncomingMessage, ServerResponse]): void {
  transport.onDataRequest?.(...request);
}

function whenever(holds: () => boolean, act: () => void): void {
  setTimeout(() => (holds() ? act() : whenever(holds, act)), again);
}
