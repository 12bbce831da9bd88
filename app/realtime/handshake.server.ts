// Who calls at a socket: said by the same cookie as on the pages, and never read from a message.
import { signedIn } from "~/domain/accounts/sessions.server";
import { log } from "~/platform/log.server";

/** What every socket knows of its caller from the handshake on. */
export interface Caller {
  sessionId: string;
  person: { id: string; name: string; colour: number; language: string; timeZone: string };
}

interface Knocking {
  handshake: { headers: { cookie?: string | undefined }; auth?: Record<string, unknown> };
  data: Partial<Caller>;
}

/**
 * Lets in whoever has a session that lives; refuses everybody else with `not-found`, and so whoever says that they come for another person
 * than the session is of: a page still open, in whose browser somebody else has signed in.
 */
export function letIn(socket: Knocking, next: (error?: Error) => void): void {
  signedIn(socket.handshake.headers.cookie).then(
    (session) => {
      if (!session) return next(new Error("not-found"));
      const { id, name, colour, language, timeZone } = session.person;
      const expected = socket.handshake.auth?.person;
      if (expected !== undefined && expected !== id) return next(new Error("not-found"));
      socket.data.sessionId = session.sessionId;
      socket.data.person = { id, name, colour, language, timeZone };
      next();
    },
    (error: unknown) => {
      log().error({ error }, "a handshake failed");
      next(new Error("failed"));
    },
  );
}

/** Whether the session still lives that the handshake found: one that ended before the first rooms were joined was cut with nobody. */
export async function isStillSignedIn(socket: Knocking): Promise<boolean> {
  return (await signedIn(socket.handshake.headers.cookie).catch(() => null)) !== null;
}
