// The forms beside a visit note: reply, sign, add, keep a reflection and share it.
import { z } from "zod";
import type { Member } from "~/domain/access/member";
import { keepReflection, shareReflection, unshareReflection } from "~/domain/visits/reflections.server";
import { signVisit } from "~/domain/visits/sign-offs.server";
import { addToVisit, replyToVisit } from "~/domain/visits/statements.server";
import { KeepReflection, SignVisit, StateOnVisit } from "~/domain/visits/visit-orders";
import { on, type Intents } from "~/http/form.server";

export function visitIntents(member: Member, id: string): Intents {
  return {
    reply: on(StateOnVisit, (order) => replyToVisit(member, id, order)),
    "add-to-visit": on(StateOnVisit, (order) => addToVisit(member, id, order)),
    sign: on(SignVisit, (order) => signVisit(member, id, order)),
    "keep-reflection": on(KeepReflection, (order) => keepReflection(member, id, order)),
    "share-reflection": on(z.object({}), () => shareReflection(member, id)),
    "unshare-reflection": on(z.object({}), () => unshareReflection(member, id)),
  };
}
