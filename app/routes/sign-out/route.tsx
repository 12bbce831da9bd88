// Signing out: ends this session and closes its sockets.
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { endSession } from "~/domain/accounts/sessions.server";
import { on } from "~/http/form.server";
import { personAction, publicLoader } from "~/http/guard.server";

export const loader = publicLoader(async () => redirect("/"));

export const action = personAction(({ own }) => ({
  "sign-out": on(z.object({}), async () => {
    await endSession(own, own.sessionId);
    return redirect("/sign-in?done=signed-out");
  }),
}));
