// Bringing back a version, or one section of it: says beforehand what changes, then does it, and offers to take it back.
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation, useParams, useSearchParams } from "@remix-run/react";
import { BringBack, TakeBack } from "~/domain/documents/bringing-back-orders";
import { bringBack, readBringingBack, takeBringingBackBack } from "~/domain/documents/bringing-back.server";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useFormat } from "~/ui/use-reader";
import { WrongSummary } from "~/ui/wrong-summary";
import { DoneBack } from "./done-back";
import { ShownFirst } from "./shown-first";
import { WhatChanges } from "./what-changes";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param, url }) => {
  const section = url.searchParams.get("section") ?? undefined;
  const asked = await readBringingBack(member, param("document"), param("revision"), section);
  return { title: pageTitle(member.language, asked.document.title, member.network.name), ...asked };
});

export const action = memberAction(({ member, param }) => {
  const [id, revision] = [param("document"), param("revision")];
  const path = `/networks/${member.network.slug}/documents/${id}/versions/${revision}/restore`;
  return {
    "bring-back": on(BringBack, async (order) => {
      const { done, kept } = await bringBack(member, id, revision, order);
      const search = new URLSearchParams({
        ...(order.section !== undefined && { section: order.section }),
        done: String(done ?? "head"),
        ...(kept > 0 && { kept: String(kept) }),
      });
      return redirect(`${path}?${search.toString()}`);
    }),
    "take-back": on(TakeBack, async (order) => {
      await takeBringingBackBack(member, id, order);
      return redirect(`${path}?done=taken-back`);
    }),
  };
});

export default function BringVersionBack() {
  const t = useT("restoring");
  const format = useFormat();
  const { network } = useParams();
  const [search] = useSearchParams();
  const { document, version, section, difference, hasOtherHead, shown } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  const path = `/networks/${network}/documents/${document.id}`;
  const done = search.get("done");
  const date = format.dateTime(version.at);
  const isNothing = difference.isSame && (section !== null || !hasOtherHead);
  return (
    <div className="page page-narrow">
      <PageHeader
        title={section ? t("titleSection", { section: section.words }) : t("title")}
        lead={t("what", { title: version.title, date })}
      />
      <WrongSummary wrongs={answer?.errors} labels={{}} />
      {answer?.conflict ? (
        <div className="mb-6">
          <Notice tone="late" announce="politely">
            {t("conflict")}
          </Notice>
        </div>
      ) : null}
      {done === null ? (
        <>
          <WhatChanges
            difference={difference}
            section={section}
            language={document.language}
            isNothing={isNothing}
          />
          <Form method="post" className="mt-6 grid gap-5">
            {section ? <input type="hidden" name="section" value={section.anchor} /> : null}
            <ShownFirst
              // Whoever was refused looks once more.
              key={`${version.revision} ${section?.anchor} ${answer ? shown : ""}`}
              shown={shown}
            />
            {section || !hasOtherHead ? null : (
              <label className="flex items-start gap-3">
                <input type="checkbox" name="head" className="checkbox" />
                {t("head")}
              </label>
            )}
            <div className="flex flex-wrap gap-2">
              {isNothing ? null : (
                <Button weight="main" name="intent" value="bring-back" isBusy={isBusy}>
                  {t("confirm")}
                </Button>
              )}
              <LinkButton to={`${path}/versions/${version.revision}`}>{t("back")}</LinkButton>
            </div>
          </Form>
        </>
      ) : (
        <DoneBack done={done} kept={Number(search.get("kept"))} path={path} isBusy={isBusy} />
      )}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
