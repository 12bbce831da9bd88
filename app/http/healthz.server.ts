// Whether Torg is well: asked by whoever watches over the server.
import type { RequestHandler } from "express";
import { areTextsSaved } from "~/domain/documents/texts-upkeep.server";
import { databaseAnswers } from "~/platform/health.server";

/**
 * Answers 200 only while the database answers, 503 otherwise. Where what people write cannot be saved, `texts` says so and the answer stays
 * 200: pages are served, nothing is called saved, and to start the server anew would help nobody.
 */
export function healthz(version: string): RequestHandler {
  return (_request, response, next) => {
    databaseAnswers()
      .then((isAlive) => {
        response
          .status(isAlive ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json({
            status: isAlive ? "ok" : "failing",
            version,
            database: isAlive ? "ok" : "failing",
            texts: areTextsSaved() ? "ok" : "failing",
          });
      })
      .catch(next);
  };
}
