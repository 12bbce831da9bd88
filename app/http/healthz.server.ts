// Whether Torg is well: asked by whoever watches over the server.
import type { RequestHandler } from "express";
import { databaseAnswers } from "~/platform/health.server";

/** Answers 200 only while the database answers, 503 otherwise. */
export function healthz(version: string): RequestHandler {
  return (_request, response, next) => {
    databaseAnswers()
      .then((isAlive) => {
        response
          .status(isAlive ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json({ status: isAlive ? "ok" : "failing", version, database: isAlive ? "ok" : "failing" });
      })
      .catch(next);
  };
}
