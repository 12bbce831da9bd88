// One thread of the reader's own or theirs to see to: its words, where it stands, and what became of it.
import { Link } from "@remix-run/react";
import type { OwnRemark } from "~/domain/comments/mine.server";
import { remarkAddress } from "~/domain/comments/remark-address";
import { useT } from "~/i18n/use-t";
import { Ago } from "~/ui/ago";
import { Avatar } from "~/ui/avatar";
import { PassageQuoted } from "~/ui/threads/passage-quoted";
import { ThreadFacts } from "~/ui/threads/thread-facts";
import { useReader } from "~/ui/use-reader";

interface OwnRemarkRowProps {
  row: OwnRemark;
  /** The network's address. */
  home: string;
}

export function OwnRemarkRow({ row, home }: OwnRemarkRowProps) {
  const t = useT("threads");
  const { person } = useReader();
  const { id, madeOn, document, by, createdAt, answers, assignee, isAssignedToMe, html } = row;
  const seesTo = assignee === null ? null : { id: isAssignedToMe ? (person?.id ?? "") : "", name: assignee };
  return (
    <li className="row row-long">
      <div className="flex min-w-0 gap-3">
        <Avatar name={by.name} colour={by.colour} size={28} />
        <div className="min-w-0 flex-1">
          <Link
            to={remarkAddress(`${home}/documents/${document.id}`, id, madeOn)}
            prefetch="intent"
            lang={document.language}
            className="row-link font-semibold"
          >
            {document.title}
          </Link>
          <p className="text-small text-quiet">
            {by.name}, <Ago at={createdAt} />
            {answers > 0 ? `, ${t("mine.answers", { count: answers })}` : null}
          </p>
          {row.passage ? <PassageQuoted passage={row.passage} text={madeOn} /> : null}
          <ThreadFacts thread={{ ...row, assignee: seesTo, deletedAt: null }} />
          <div className="reading reading-small own-remark" dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      </div>
    </li>
  );
}
