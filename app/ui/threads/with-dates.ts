// Moments travel as text; here they are moments again.
import type { CommentView, ThreadView } from "~/domain/comments/comment";
import type { RemarksBeside } from "~/domain/comments/beside-text.server";

export function withDates({ said, ...rest }: RemarksBeside): RemarksBeside {
  const threads = said.threads.map((thread): ThreadView => ({
    ...thread,
    ...moments(thread),
    answers: thread.answers.map((answer) => ({ ...answer, ...moments(answer) })),
    resolved: thread.resolved && { ...thread.resolved, at: new Date(thread.resolved.at) },
  }));
  return { ...rest, said: { ...said, threads } };
}

function moments({ createdAt, editedAt, deletedAt }: CommentView) {
  return {
    createdAt: new Date(createdAt),
    editedAt: editedAt && new Date(editedAt),
    deletedAt: deletedAt && new Date(deletedAt),
  };
}
