// Who has signed a visit note, and of which text; whoever speaks for a side signs here.
import { useFetcher } from "@remix-run/react";
import type { ReadDocument } from "~/domain/documents/reading.server";
import type { Visit } from "~/domain/visits/reading.server";
import { visitSides, type VisitSide } from "~/domain/visits/visit";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

interface SignaturesProps {
  visit: Visit;
  document: Pick<ReadDocument, "city" | "text">;
}

export function Signatures({ visit, document }: SignaturesProps) {
  const t = useT("visits");
  const format = useFormat();
  const { signatures, maySign, revision, sealedAt } = visit;
  // Readers of the published text are told of its signatures only.
  if (document.text === "published" && signatures.length === 0) return null;
  const tell = (side: VisitSide) => {
    const one = signatures.find((signature) => signature.side === side);
    if (!one) return t("sign.none");
    return t(one.isCurrent ? "sign.signed" : "sign.stale", { name: one.name, date: format.date(one.at) });
  };
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures" className="mb-2 text-section">
        {t("sign.title")}
      </h2>
      {sealedAt || document.text === "published" ? null : (
        <p className="-mt-1 mb-3 text-quiet">{t("sign.what")}</p>
      )}
      <RowList labelledBy="signatures">
        {visitSides.map((side) => (
          <Row
            key={side}
            title={t(`sign.${side}`)}
            below={
              <>
                <p>{tell(side)}</p>
                {maySign.includes(side) ? (
                  <SignForm side={side} revision={revision} city={document.city} />
                ) : null}
              </>
            }
          />
        ))}
      </RowList>
    </section>
  );
}

function SignForm({ side, revision, city }: { side: VisitSide; revision: number; city: string }) {
  const t = useT("visits");
  const wrong = useWrongWords();
  const fetcher = useFetcher<FormAnswer>();
  const { state, data: answer } = fetcher;
  const refusal = answer?.conflict ? t("sign.conflict") : wrong(Object.values(answer?.errors ?? {})[0]);
  return (
    <fetcher.Form method="post" className="mt-2 grid justify-items-start gap-2">
      <input type="hidden" name="side" value={side} />
      <input type="hidden" name="revision" value={revision} />
      {refusal && state === "idle" ? (
        <Notice tone="late" announce="at-once">
          {refusal}
        </Notice>
      ) : null}
      <Button size="small" name="intent" value="sign" isBusy={state !== "idle"}>
        {side === "expert" ? t("sign.asExpert") : t("sign.asCity", { city })}
      </Button>
    </fetcher.Form>
  );
}
