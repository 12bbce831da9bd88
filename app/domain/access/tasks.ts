// Who may tick a task.
import { mayWrite, type SharedDocument } from "./document-texts";
import { can, type Member } from "./member";

/**
 * Whether the member may tick a task of a text that they read: whoever it was given to and, signed or not, whoever writes in its draft.
 * Nobody in a network that is closed.
 */
export function mayTick(
  member: Pick<Member, "personId" | "roles" | "named" | "network">,
  assigneeId: string,
  document: SharedDocument & { kind: string },
): boolean {
  if (!can(member, "do-tasks")) return false;
  return assigneeId === member.personId || mayWrite(member, { ...document, sealedAt: null });
}
