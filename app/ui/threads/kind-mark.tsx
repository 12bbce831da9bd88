// What a thread is, as a sign and a word; what must be mended stands out.
import type { CommentKind } from "~/domain/comments/comment";
import { useT } from "~/i18n/use-t";
import { classNames } from "../class-names";
import { ThreadSign } from "./thread-sign";

export function KindMark({ kind }: { kind: CommentKind }) {
  const t = useT("comments");
  return (
    <span className={classNames("kind-mark", kind === "must-fix" && "kind-mark-must-fix")}>
      <ThreadSign name={kind} size={16} />
      {t(`kind.${kind}`)}
    </span>
  );
}
