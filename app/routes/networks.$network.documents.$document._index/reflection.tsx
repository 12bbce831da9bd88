// One's own reflection on a visit: for oneself alone until one shares it.
import { useFetcher } from "@remix-run/react";
import type { OwnReflection } from "~/domain/visits/reflections.server";
import { reflectionLimit } from "~/domain/visits/visit";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-area";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { useReflection } from "./use-reflection";

interface ReflectionProps {
  documentId: string;
  own: OwnReflection | null;
  mayKeep: boolean;
}

/** A note is printed to be handed out: what is private stays off the paper. */
export function Reflection({ documentId, own, mayKeep }: ReflectionProps) {
  const t = useT("visits");
  return (
    <section aria-labelledby="reflection" className={own?.sharedAt ? undefined : "on-screen-only"}>
      <h2 id="reflection" className="text-section">
        {t("reflection.title")}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t(own?.sharedAt ? "reflection.shared" : "reflection.private")}</p>
      {mayKeep ? (
        <>
          <ReflectionForm documentId={documentId} own={own} />
          <p className="on-paper-only whitespace-pre-wrap">{own?.text}</p>
        </>
      ) : (
        <p className="whitespace-pre-wrap">{own?.text}</p>
      )}
      {own && (own.sharedAt || (mayKeep && own.text.trim() !== "")) ? <ShareForm own={own} /> : null}
    </section>
  );
}

function ReflectionForm({ documentId, own }: Omit<ReflectionProps, "mayKeep">) {
  const t = useT("visits");
  const wrong = useWrongWords();
  const format = useFormat();
  const kept = useReflection(documentId, own);
  const { fetcher, text, base, conflict, isBusy, isUnsent, errors } = kept;
  const refusal = wrong(Object.values(errors ?? {})[0]);
  const state = isUnsent
    ? t("reflection.unsent")
    : own && own.revision > 0
      ? t("reflection.kept", { ago: format.ago(own.updatedAt, format.now) })
      : "";
  return (
    <fetcher.Form
      method="post"
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        kept.send();
      }}
    >
      <input type="hidden" name="revision" value={base.revision} />
      {errors && !errors.text ? <Notice tone="late">{t("reflection.failed")}</Notice> : null}
      {conflict ? (
        <Notice
          tone="soon"
          announce="at-once"
          actions={
            <>
              <Button type="button" size="small" onClick={() => kept.send(conflict.revision)}>
                {t("reflection.mine")}
              </Button>
              <Button type="button" size="small" onClick={() => kept.takeOther(conflict)}>
                {t("reflection.theirs")}
              </Button>
            </>
          }
        >
          <p>{t("reflection.conflict")}</p>
          <p className="mt-2 whitespace-pre-wrap">{conflict.text}</p>
        </Notice>
      ) : null}
      <TextArea
        id="reflection-text"
        name="text"
        label={t("reflection.field")}
        limit={reflectionLimit}
        rows={4}
        value={text}
        error={refusal}
        onChange={(event) => kept.type(event.currentTarget.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" name="intent" value="keep-reflection" isBusy={isBusy}>
          {t(isBusy ? "reflection.keeping" : "reflection.keep")}
        </Button>
        <span className="text-small text-quiet" role="status">
          {state}
        </span>
      </div>
    </fetcher.Form>
  );
}

function ShareForm({ own }: { own: OwnReflection }) {
  const t = useT("visits");
  const fetcher = useFetcher();
  const isShared = own.sharedAt !== null;
  return (
    <fetcher.Form method="post" className="mt-2 flex flex-wrap items-center gap-2">
      <Button
        weight="bare"
        size="small"
        name="intent"
        value={isShared ? "unshare-reflection" : "share-reflection"}
        isBusy={fetcher.state !== "idle"}
      >
        {t(isShared ? "reflection.unshare" : "reflection.share")}
      </Button>
      {isShared ? null : <span className="text-small text-quiet">{t("reflection.shareWhat")}</span>}
    </fetcher.Form>
  );
}
