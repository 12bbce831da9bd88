// What is answered to typing is kept nowhere and not compressed.
import compression from "compression";
import express from "express";
import { once } from "node:events";
import { expect, test } from "vitest";
import { typingAnswer } from "~/http/typing-answer.server";

test("an answer to typing is kept by no cache, and goes as it is where a page would be compressed", async () => {
  const app = express().use(compression({ threshold: 1_000 }));
  const send = (response: express.Response, answer: Response) =>
    void answer.text().then((text) => {
      response.set(Object.fromEntries(answer.headers)).send(text);
    });
  app.get("/typing", (_, response) => send(response, typingAnswer({ words: "much ".repeat(1_000) })));
  app.get("/page", (_, response) => send(response, new Response("much ".repeat(1_000))));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const [typing, page] = await Promise.all(
    ["typing", "page"].map((path) => fetch(`http://127.0.0.1:${port}/${path}`)),
  );
  expect(typing?.headers.get("content-encoding")).toBeNull();
  expect(typing?.headers.get("cache-control")).toMatch(/private, no-store/);
  expect(page?.headers.get("content-encoding")).not.toBeNull();
  server.close();
});
