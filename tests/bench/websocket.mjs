// The WebSocket implementation that Socket.IO itself stands on, without Socket.IO: for the load, and for the bare relay beside it.
import { createRequire } from "node:module";

const ofSockets = createRequire(createRequire(import.meta.url).resolve("socket.io"));
const ofEngine = createRequire(ofSockets.resolve("engine.io"));

/** @type {typeof import("ws")} */
const ws = ofEngine("ws");

export const { WebSocket, WebSocketServer } = ws;
