// What the server says about itself: one line of JSON per event on standard output.
import { pino, stdSerializers, type DestinationStream, type Logger } from "pino";
import { settings } from "./settings.server";
import { once } from "./once";

/** The process's log, at the level of LOG_LEVEL. Never give it a password, a token or a cookie. */
export function log(): Logger {
  return once("log", () => createLog(settings().logLevel));
}

/** A log of this level. What is given as `error` is written with its kind, message and stack; secrets by name are left out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Without it an error is written as {}.
    serializers: { error: stdSerializers.err },
    redact: { paths: ["password", "token", "cookie", "*.password", "*.token", "*.cookie"], remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}
