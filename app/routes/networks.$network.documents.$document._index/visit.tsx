// What stands beside the text of a visit note: additions, the city's reply, signatures, reflections.
import type { ReadDocument } from "~/domain/documents/reading.server";
import type { Said as SaidRow, Visit as VisitBeside } from "~/domain/visits/reading.server";
import { statementLimit } from "~/domain/visits/visit";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";
import { RemarkForm } from "~/ui/threads/remark-form";
import { Reflection } from "./reflection";
import { Said } from "./said";
import { Signatures } from "./signatures";
import { VisitReply } from "./visit-reply";

interface VisitProps {
  visit: VisitBeside;
  document: Omit<ReadDocument, "rendered">;
  newStatementId: string;
}

export function Visit({ visit, document, newStatementId }: VisitProps) {
  const t = useT("visits");
  const format = useFormat();
  const { sealedAt, additions, mayAdd, own, shared } = visit;
  return (
    <div className="mt-10 grid gap-10">
      {sealedAt ? <Notice tone="ok">{t("sign.sealed", { date: format.date(sealedAt) })}</Notice> : null}
      {additions.length > 0 || mayAdd ? (
        <section aria-labelledby="additions">
          <h2 id="additions" className="text-section">
            {t("additions.title")}
          </h2>
          <SaidList said={additions} none={t("additions.none")} />
          {mayAdd ? (
            <div className="mt-4">
              <RemarkForm
                fieldId="new-addition"
                name={`addition:${document.id}`}
                fields={{ intent: "add-to-visit", id: newStatementId }}
                label={t("additions.field")}
                button={t("additions.button")}
                hint={`${t("additions.hint")} ${t(document.publishedVisibility === "public" ? "additions.public" : "additions.readers")}`}
                limit={statementLimit}
                failed={t("additions.failed")}
              />
            </div>
          ) : null}
        </section>
      ) : null}
      <VisitReply visit={visit} document={document} newStatementId={newStatementId} />
      <Signatures visit={visit} document={document} />
      {visit.mayReflect || own ? (
        <Reflection documentId={document.id} own={own} mayKeep={visit.mayReflect} />
      ) : null}
      {shared.length > 0 ? (
        <section aria-labelledby="shared-reflections">
          <h2 id="shared-reflections" className="text-section">
            {t("reflection.others")}
          </h2>
          <SaidList said={shared} none="" />
        </section>
      ) : null}
    </div>
  );
}

function SaidList({ said, none }: { said: SaidRow[]; none: string }) {
  if (said.length === 0) return <p className="mt-1 text-quiet">{none}</p>;
  return (
    <div className="mt-3 grid gap-4">
      {said.map((one) => (
        <Said key={one.id} said={one} />
      ))}
    </div>
  );
}
