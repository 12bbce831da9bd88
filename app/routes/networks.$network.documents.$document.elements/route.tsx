// What one's own city does with each transfer element of another city's practice.
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { MarkElement, UnmarkElement } from "~/domain/documents/element-mark-orders";
import { markElement, practiceElements, unmarkElement } from "~/domain/documents/element-marks.server";
import { dayOf } from "~/domain/networks/calendar-day";
import { on } from "~/http/form.server";
import { memberAction, memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { now } from "~/platform/clock";
import { besideDocumentCrumbs } from "~/ui/document-crumbs";
import { ElementMatrix } from "~/ui/element-matrix";
import { Notice } from "~/ui/notice";
import { answerOffline, unlessOffline } from "~/ui/offline-action";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { useAnswer } from "~/ui/use-answer";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { ElementForm } from "./element-form";

export const handle = besideDocumentCrumbs;

export const meta = titled;

export const loader = memberLoader(async ({ member, param }) => {
  const id = param("document");
  const practice = await practiceElements(member, id);
  const t = translate(member.language);
  return {
    title: pageTitle(member.language, t("elements:title", { title: practice.title }), member.network.name),
    document: { id, kind: "good-practice" as const, title: practice.title, language: practice.language },
    practice,
    today: dayOf(now()),
  };
});

export const action = memberAction(({ member, param }) => {
  const id = param("document");
  return {
    mark: on(MarkElement, (order) => markElement(member, id, order)),
    unmark: on(UnmarkElement, (order) => unmarkElement(member, id, order)),
  };
});

export const shouldRevalidate = unlessOffline;

export const clientAction = answerOffline;

export default function Elements() {
  const t = useT("elements", "documents");
  const wrong = useWrongWords();
  const { practice, document, today } = useLoaderData<typeof loader>();
  const { network = "" } = useParams();
  // Only what was posted as a page, without a script, is answered here; the forms themselves say the rest.
  const posted = useAnswer<typeof action>();
  const { matrix, elements, city, language, title } = practice;
  const mine = matrix.cities.map((own, index) => ({ ...own, index })).filter(({ isMine }) => isMine);
  return (
    <div className="page">
      <PageHeader title={t("title", { title })} lead={t("lead", { city })} />
      <WrongSummary wrongs={posted?.errors} labels={{ reason: t("reason"), markedOn: t("markedOn") }} />
      {posted?.errors?.form && mine.length === 0 ? (
        <div className="mb-6">
          <Notice tone="late" announce="at-once">
            {wrong(posted.errors.form)}
          </Notice>
        </div>
      ) : null}
      {elements.length === 0 ? <p className="text-quiet">{t("noElements")}</p> : null}
      {elements.length > 0 && mine.length === 0 ? <p className="text-quiet">{t("readOnly")}</p> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
        {mine.map(({ partnershipId, name, index }) => (
          <section key={partnershipId} aria-labelledby={`of-${partnershipId}`}>
            <h2 id={`of-${partnershipId}`} className="mb-4 text-section">
              {t("of", { city: name })}
            </h2>
            <ul className="grid gap-8">
              {elements.map((element, row) => (
                <ElementForm
                  key={element.id}
                  element={element}
                  partnershipId={partnershipId}
                  language={language}
                  mark={matrix.elements[row]?.marks[index] ?? null}
                  today={today}
                />
              ))}
            </ul>
          </section>
        ))}
        {elements.length > 0 ? (
          <section aria-labelledby="matrix">
            <h2 id="matrix" className="mb-3 text-section">
              {t("documents:elements.title")}
            </h2>
            <ElementMatrix matrix={matrix} language={language} />
          </section>
        ) : null}
        <p>
          <Link to={`/networks/${network}/documents/${document.id}`} prefetch="intent">
            {t("back")}
          </Link>
        </p>
      </div>
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
