// What the server says about itself: one line of JSON per event on standard output.
import { pino, type Logger } from "pino";
import { settings } from "./settings.server";
import { once } from "./once";

/** The process's log, at the level of LOG_LEVEL. Never give it a password, a token or a cookie. */
export function log(): Logger {
  return once("log", () =>
    pino({
      level: settings().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["password", "token", "cookie", "*.password", "*.token", "*.cookie"], remove: true },
    }),
  );
}
