// Beginning a document: what it is, for which city, in which language; the text begins from the template of that.
import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { draftToBegin, linkBegun } from "~/domain/deliverables/draft-to-begin.server";
import { beginningsOf } from "~/domain/documents/beginning.server";
import { CreateDocument } from "~/domain/documents/document-orders";
import { createDocument } from "~/domain/documents/documents.server";
import { textToBegin } from "~/domain/documents/templates.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { isId, newId } from "~/platform/id";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { BeginForm } from "./begin-form";

export const handle: ScreenHandle = { crumbs: (_, t) => [{ label: t("palette.newDocument") }] };

export const meta = titled;

/** The partner's deliverable for which it is begun, as an address or a form names it. */
function cellIn(asked: { get(name: string): unknown }) {
  const [deliverableId, partnershipId] = [String(asked.get("deliverable")), String(asked.get("partner"))];
  return isId(deliverableId) && isId(partnershipId) ? { deliverableId, partnershipId } : null;
}

export const loader = memberLoader(async ({ member, url }) => {
  const cell = cellIn(url.searchParams);
  return {
    title: pageTitle(member.language, translate(member.language)("beginning:title"), member.network.name),
    beginning: await beginningsOf(member),
    state: member.network.state,
    id: newId(),
    draft: cell && (await draftToBegin(member, cell)),
  };
});

export const action = memberAction(({ member }) => ({
  create: on(CreateDocument.omit({ text: true, facts: true }), async (order, form) => {
    const given = String(form.get("id"));
    const text = await textToBegin(member, order.kind, order.language);
    const { id } = await createDocument(member, { ...order, text }, isId(given) ? given : undefined);
    const cell = cellIn(form);
    if (cell) await linkBegun(member, cell, id);
    return redirect(`/networks/${member.network.slug}/documents/${id}/edit`);
  }),
}));

export default function NewDocument() {
  const t = useT("beginning", "frame");
  const { beginning, state, id, draft } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const answer = useAnswer<typeof action>();
  // Whoever lost the role while writing keeps the form, with what they typed and why it was refused.
  const mayBegin = beginning.kinds.length > 0 || answer !== undefined;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={t("title")}
        lead={
          !mayBegin
            ? undefined
            : draft
              ? t("forDeliverable", { deliverable: `${draft.title}, ${draft.city}` })
              : t("lead")
        }
      />
      {mayBegin ? (
        <BeginForm {...{ id, beginning, draft, answer }} kind={search.get("kind") ?? (draft ? "note" : "")} />
      ) : (
        <Notice>{state === "open" ? t("notWriter") : t(`frame:networkState.${state}`)}</Notice>
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
