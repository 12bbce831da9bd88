// The city's reply to a visit note: the latest stands, earlier ones are folded away.
import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReadDocument } from "~/domain/documents/reading.server";
import type { Visit } from "~/domain/visits/reading.server";
import { statementLimit } from "~/domain/visits/visit";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { RemarkForm } from "~/ui/threads/remark-form";
import { Said } from "./said";

interface VisitReplyProps {
  visit: Visit;
  document: Pick<ReadDocument, "id" | "city">;
  newStatementId: string;
}

export function VisitReply({ visit, document: note, newStatementId }: VisitReplyProps) {
  const t = useT("visits");
  const { reply, earlierReplies, mayReply } = visit;
  const { id, city } = note;
  const earlier = useRef<HTMLDetailsElement>(null);
  const { hash } = useLocation();
  // Whoever comes for one of them by its address finds it open.
  useEffect(() => {
    const one = hash.startsWith("#said-") ? document.getElementById(hash.slice(1)) : null;
    if (!one || !earlier.current?.contains(one)) return;
    earlier.current.open = true;
    one.scrollIntoView();
  }, [hash]);
  const form = (
    <RemarkForm
      fieldId="new-reply"
      name={`visit-reply:${id}`}
      fields={{ intent: "reply", id: newStatementId }}
      label={t("reply.field", { city })}
      button={t("reply.button")}
      hint={`${t("reply.readers")} ${t("reply.network")}`}
      limit={statementLimit}
      failed={t("reply.failed")}
    />
  );
  return (
    <section aria-labelledby="reply">
      <h2 id="reply" className="text-section">
        {t("reply.title")}
      </h2>
      {reply ? (
        <div className="mt-3">
          <Said said={reply} />
        </div>
      ) : (
        <p className="mt-1 text-quiet">{t("reply.none", { city })}</p>
      )}
      {earlierReplies.length > 0 ? (
        <details ref={earlier} className="fold mt-3">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("reply.earlier")}
          </summary>
          <div className="mt-3 grid gap-4">
            {earlierReplies.map((one) => (
              <Said key={one.id} said={one} />
            ))}
          </div>
        </details>
      ) : null}
      {mayReply && !reply ? <div className="mt-4">{form}</div> : null}
      {mayReply && reply ? (
        <details className="fold on-screen-only mt-3">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("reply.writeAgain")}
          </summary>
          <p className="mt-2 text-small text-quiet">{t("reply.kept")}</p>
          <div className="mt-2">{form}</div>
        </details>
      ) : null}
    </section>
  );
}
