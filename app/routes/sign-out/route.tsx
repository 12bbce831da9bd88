// Signing out: ends this session and closes its sockets.
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { endSession } from "~/domain/accounts/sessions.server";
import { on } from "~/http/form.server";
import { personAction, publicLoader, safePath } from "~/http/guard.server";

export const loader = publicLoader(async () => redirect("/"));

export const action = personAction(({ own }) => ({
  // Somebody else's invitation is to be accepted next: the way leads back to it.
  "sign-out": on(z.object({ to: z.string().optional() }), async ({ to }) => {
    await endSession(own, own.sessionId);
    return redirect(to ? safePath(to) : "/sign-in?done=signed-out");
  }),
}));
