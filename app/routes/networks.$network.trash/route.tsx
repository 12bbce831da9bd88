// The trash: what can still be brought back, and ten seconds to take the last one back with one click.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigate } from "@remix-run/react";
import { z } from "zod";
import { listTrash, restoreDocument } from "~/domain/documents/trash.server";
import { invalid, refusalIn } from "~/domain/refusal";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FactsLine } from "~/ui/facts-line";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { Row, RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { UndoToast } from "~/ui/undo-toast";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";

export const handle: ScreenHandle = {
  crumbs: (data, t, network) => [
    { label: t("rail.documents"), to: `${network}/documents` },
    { label: (data as { heading: string }).heading },
  ],
};

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const heading = translate(member.language)("managing:trash.title");
  const rows = await listTrash(member);
  return {
    title: pageTitle(member.language, heading, member.network.name),
    heading,
    rows,
    // Put here a moment ago, by the link that led here.
    fresh: rows.find(({ id }) => id === url.searchParams.get("trashed")) ?? null,
  };
});

export const action = memberAction(({ member }) => ({
  restore: on(z.object({ id: z.string() }), async ({ id }) => {
    await restoreDocument(member, id).catch(sayGone);
    return redirect(`/networks/${member.network.slug}/documents/${id}`);
  }),
}));

/** Its thirty days may end while the page is open: that is said on it, and the others can still be brought back. */
function sayGone(thrown: unknown): never {
  throw refusalIn(thrown)?.kind === "not-found" ? invalid("form", "managing:trash.gone") : thrown;
}

export default function Trash() {
  const t = useT("managing", "documents", "frame");
  const format = useFormat();
  const navigate = useNavigate();
  const wrong = useWrongWords();
  const { rows, fresh } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const refusal = wrong(answer?.errors?.form);
  /** On its last day the hour counts. */
  const end = (until: Date) =>
    until.getTime() - format.now.getTime() < 86_400_000 ? format.dateTime(until) : format.date(until);
  return (
    <div className="page">
      <PageHeader title={t("trash.title")} lead={t("trash.lead")} />
      {refusal ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {refusal}
          </Notice>
        </div>
      ) : null}
      {fresh ? (
        <UndoToast
          message={t("trash.done", { title: fresh.title })}
          onEnd={() => navigate("?", { replace: true, preventScrollReset: true })}
        >
          <Restore id={fresh.id} label={t("frame:do.undo")} />
        </UndoToast>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t("trash.emptyTitle")} what={t("trash.emptyWhat")} who={t("trash.emptyWho")} />
      ) : (
        <RowList label={t("trash.title")}>
          {rows.map(({ id, kind, title, language, city, by, at, until }) => (
            <Row
              key={id}
              kind="work"
              title={title}
              titleLang={language}
              below={
                <FactsLine
                  facts={[
                    { key: "kind", value: t(`documents:kind.${kind}`) },
                    { key: "city", value: city },
                    { key: "by", value: t("trash.by", { name: by, date: format.date(at) }) },
                    { key: "until", value: t("trash.until", { date: end(until) }) },
                  ]}
                />
              }
              side={<Restore id={id} label={t("trash.restore")} name={t("trash.restoreNamed", { title })} />}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}

function Restore({ id, label, name }: { id: string; label: string; name?: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button size="small" name="intent" value="restore" aria-label={name}>
        {label}
      </Button>
    </Form>
  );
}

export { PageErrorBoundary as ErrorBoundary };
