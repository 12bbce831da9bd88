// A bare relay on PORT: what one client sends, all others get, as it came. Nothing is looked at, kept or merged: less than this nobody can do.
import { createServer } from "node:http";
import { WebSocketServer } from "./websocket.mjs";

const server = createServer((_, response) => void response.end("relay"));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on("connection", (socket) => {
  socket.on("message", (/** @type {Buffer} */ message) => {
    for (const other of sockets.clients) if (other !== socket) other.send(message, { binary: true });
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
