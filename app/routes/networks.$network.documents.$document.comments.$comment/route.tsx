// One thread on a page of its own: answering, editing, resolving, reopening and assigning as plain forms, for browsers without a script.
import { redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import {
  AddComment,
  AssignComment,
  EditComment,
  NameComment,
  ResolveComment,
} from "~/domain/comments/comment-orders";
import { assignComment, unassignComment } from "~/domain/comments/assigning.server";
import { addComment, editComment } from "~/domain/comments/comments.server";
import { readThread } from "~/domain/comments/one-thread.server";
import { remarkAddress } from "~/domain/comments/remark-address";
import { reopenComment, resolveComment } from "~/domain/comments/resolving.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/platform/id";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { PassageQuoted } from "~/ui/threads/passage-quoted";
import { ThreadFacts } from "~/ui/threads/thread-facts";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { WrongSummary } from "~/ui/wrong-summary";
import { AssignSection } from "./assign-section";
import { PlainRemark } from "./plain-remark";
import { ReplySection } from "./reply-section";
import { ResolveSection } from "./resolve-section";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const one = await readThread(member, param("document"), param("comment"));
  const heading = translate(member.language)("threads:alone.title", { name: one.thread.author.name });
  return { title: pageTitle(member.language, heading, one.document.title), heading, ...one, newId: newId() };
});

export const action = memberAction(({ member, param }) => {
  const id = param("document");
  const document = `/networks/${member.network.slug}/documents/${id}`;
  const led = (remark: string) => () => redirect(remarkAddress(document, remark));
  return {
    add: on(AddComment, (order) => addComment(member, id, order).then(led(order.id))),
    edit: on(EditComment, (order) => editComment(member, id, order).then(led(order.id))),
    resolve: on(ResolveComment, (order) => resolveComment(member, id, order).then(led(order.id))),
    reopen: on(NameComment, (order) => reopenComment(member, id, order.id).then(led(order.id))),
    assign: on(AssignComment, (order) => assignComment(member, id, order).then(led(order.id))),
    unassign: on(NameComment, (order) => unassignComment(member, id, order.id).then(led(order.id))),
  };
});

export default function OneThread() {
  const t = useT("threads", "authorship");
  const { network } = useParams();
  const {
    document,
    thread,
    madeOn,
    mayComment,
    people,
    heading,
    newId: answerId,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const { id, resolved, mayResolve, mayAssign, answers } = thread;
  const address = `/networks/${network}/documents/${document.id}`;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={heading}
        lead={<span lang={document.language}>{document.title}</span>}
        actions={
          <LinkButton to={remarkAddress(address, id, thread.madeOn)}>{t("authorship:backTo")}</LinkButton>
        }
      />
      {answer?.conflict ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {t("changed")}
          </Notice>
        </div>
      ) : null}
      {answer?.errors?.form ? <WrongSummary wrongs={answer.errors} labels={{}} /> : null}
      <PlainRemark
        comment={thread}
        answer={answer}
        head={
          <>
            {thread.passage ? <PassageQuoted passage={thread.passage} text={madeOn} /> : null}
            <ThreadFacts thread={thread} />
          </>
        }
        answers={
          answers.length === 0
            ? null
            : answers.map((one) => <PlainRemark key={one.id} comment={one} answer={answer} isAnswer />)
        }
      />
      {mayComment || answer?.intent === "add" ? (
        <ReplySection
          fields={{ id: answerId, parentId: id, madeOn }}
          name={thread.author.name}
          answer={answer}
        />
      ) : null}
      {mayResolve ? <ResolveSection id={id} isResolved={resolved !== null} answer={answer} /> : null}
      {mayAssign ? <AssignSection thread={thread} people={people} answer={answer} /> : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
