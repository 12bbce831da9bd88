// One thread: what it is and what became of it, its first remark, what answers it, and what one may do with it.
import { useCallback, useEffect, useState, type KeyboardEvent, type MouseEvent } from "react";
import { isAnswerable, type ThreadView } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { newCommentId } from "~/domain/comments/new-comment";
import { Button } from "../button";
import { useReader } from "../use-reader";
import { AssignForm } from "./assign-form";
import { isKeptHere } from "./kept-here";
import { PassageQuoted } from "./passage-quoted";
import { RemarkForm } from "./remark-form";
import { ReopenButton } from "./reopen-button";
import { ResolveForm } from "./resolve-form";
import { RemarkSaid } from "./remark-said";
import { ThreadFacts } from "./thread-facts";
import { remarkAction, type ThreadPlace } from "./thread-place";

export interface ThreadProps {
  thread: ThreadView;
  place: ThreadPlace;
  /** The remark to which a link led. */
  marked?: string;
  /** Shows the passage it is about in the text. */
  onShow?: () => void;
}

type Doing = "reply" | "resolve" | "assign";

export function Thread({ thread, place, marked, onShow }: ThreadProps) {
  const t = useT("threads");
  const { person } = useReader();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [isWanted, setWanted] = useState(false);
  const [answerId, setAnswerId] = useState("");
  const { id, author, answers, resolved, mayResolve, mayAssign } = thread;
  const { mayComment, madeOn } = place;
  const mayAnswer = mayComment && isAnswerable(thread);
  // What is pressed next is meant for the thread: its form takes the focus away with it.
  const close = useCallback(() => {
    const here = document.getElementById(`comment-${id}`);
    if (here?.contains(document.activeElement)) here.focus({ preventScroll: true });
    setDoing(null);
  }, [id]);
  // While the thread itself has the focus, not something in it.
  const keys: Record<string, Doing | false> = {
    r: mayAnswer && "reply",
    d: mayResolve && !resolved && "resolve",
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const what = keys[event.key];
    const isMeant = event.target === event.currentTarget && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!what || !isMeant || !person?.hasShortcuts) return;
    event.preventDefault();
    start(what);
  };
  const start = (what: Doing) => {
    setAnswerId(newCommentId());
    setWanted(true);
    setDoing(what);
  };
  // What was begun before a reload stands there again, without taking the focus.
  useEffect(() => {
    if (!mayComment || !isKeptHere(person?.id, "reply", id)) return;
    setAnswerId(newCommentId());
    setDoing((now) => now ?? "reply");
  }, [mayComment, person?.id, id]);
  // Without a script a button leads to the thread's own page.
  const opens = (what: Doing) => ({
    form: `alone-${id}`,
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      start(what);
    },
  });
  const actions =
    mayAnswer || mayResolve || mayAssign ? (
      <>
        {mayAnswer ? (
          <Button
            weight="bare"
            size="small"
            {...opens("reply")}
            aria-label={t("replyTo", { name: author.name })}
          >
            {t("reply")}
          </Button>
        ) : null}
        {mayResolve && !resolved ? (
          <Button weight="bare" size="small" {...opens("resolve")}>
            {t("resolve")}
          </Button>
        ) : null}
        {mayResolve && resolved ? <ReopenButton id={id} place={place} /> : null}
        {mayAssign ? (
          <Button weight="bare" size="small" {...opens("assign")}>
            {t(thread.assignee ? "assignAgain" : "assign")}
          </Button>
        ) : null}
      </>
    ) : null;
  return (
    <RemarkSaid
      comment={thread}
      place={place}
      isMarked={marked === id}
      onKey={onKey}
      head={
        <>
          {thread.passage ? (
            <PassageQuoted passage={thread.passage} text={place.madeOn} onShow={onShow} />
          ) : null}
          <ThreadFacts thread={thread} />
        </>
      }
      actions={actions}
      below={
        <>
          {doing === "resolve" && mayResolve && !resolved ? (
            <ResolveForm id={id} place={place} onEnd={close} />
          ) : null}
          {doing === "assign" && mayAssign ? (
            <AssignForm thread={thread} place={place} onEnd={close} />
          ) : null}
        </>
      }
      answers={
        answers.length > 0 || doing === "reply" ? (
          <>
            {answers.map((answer) => (
              <RemarkSaid
                key={answer.id}
                comment={answer}
                place={place}
                readers={thread.readers}
                isMarked={marked === answer.id}
                isAnswer
              />
            ))}
            {doing === "reply" ? (
              <RemarkForm
                fieldId={`reply-${id}`}
                name={`reply:${id}`}
                action={remarkAction(place)}
                place={place}
                readers={thread.readers}
                fields={{ intent: "add", id: answerId, parentId: id, madeOn }}
                label={t("replyField", { name: author.name })}
                button={t("sendReply")}
                onDone={close}
                onCancel={close}
                isFocused={isWanted}
              />
            ) : null}
          </>
        ) : null
      }
    />
  );
}
