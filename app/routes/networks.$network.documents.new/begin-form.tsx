// The few things a document needs before one can write: its kind, title, city and language.
import { Form, useNavigation } from "@remix-run/react";
import type { DraftToBegin } from "~/domain/deliverables/draft-to-begin.server";
import type { Beginning } from "~/domain/documents/beginning.server";
import { titleLimit } from "~/domain/documents/document";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { LanguageOfText } from "~/ui/language-of-text";
import { Select } from "~/ui/select";
import { useReader } from "~/ui/use-reader";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";

interface BeginFormProps {
  /** Of the document, so that a form sent twice begins one. */
  id: string;
  beginning: Beginning;
  /** The partner's deliverable for which it is begun. */
  draft: DraftToBegin | null;
  /** As the address names it. */
  kind: string;
  answer?: FormAnswer;
}

export function BeginForm({ id, beginning, draft, kind, answer }: BeginFormProps) {
  const t = useT("beginning", "documents");
  const wrong = useWrongWords();
  const { language } = useReader();
  const isBusy = useNavigation().state === "submitting";
  const { errors, values } = answer ?? {};
  const wanted = values?.kind ?? kind;
  const { kinds } = beginning;
  // What one city owes is drafted by that city.
  const cities = beginning.cities.filter((city) => !draft || city.id === draft.partnershipId);
  const [only] = cities;
  const isOnly = cities.length === 1 && only?.isPrivate === false;
  const hasPrivate = cities.some(({ isPrivate }) => isPrivate);
  const cityHint = t(hasPrivate ? "privateHint" : "draftHint");
  return (
    <>
      <WrongSummary
        wrongs={errors}
        labels={{
          kind: t("kind"),
          title: t("documents:field.title"),
          language: t("documents:field.language"),
          partnershipId: t("documents:field.city"),
        }}
      />
      <Form method="post" className="grid gap-6">
        <input type="hidden" name="id" value={id} />
        {draft ? (
          <>
            <input type="hidden" name="deliverable" value={draft.deliverableId} />
            <input type="hidden" name="partner" value={draft.partnershipId} />
          </>
        ) : null}
        <Choices
          legend={t("kind")}
          name="kind"
          choices={kinds.map((value) => ({
            value,
            label: t(`documents:kind.${value}`),
            hint: t(`for.${value}`),
          }))}
          defaultValue={kinds.find((known) => known === wanted) ?? kinds[0]}
          error={wrong(errors?.kind)}
        />
        <Field
          id="title"
          name="title"
          label={t("documents:field.title")}
          hint={t("documents:field.titleHint")}
          limit={titleLimit}
          error={wrong(errors?.title)}
          defaultValue={values?.title ?? draft?.title}
          required
        />
        {isOnly ? (
          <input type="hidden" name="partnershipId" value={only?.id} />
        ) : (
          <Select
            id="partnershipId"
            name="partnershipId"
            label={t("documents:field.city")}
            hint={cityHint}
            options={cities.map(({ id: value, city, isPrivate }) => ({
              value,
              label: isPrivate ? t("private", { city }) : city,
            }))}
            error={wrong(errors?.partnershipId)}
            defaultValue={values?.partnershipId}
          />
        )}
        <LanguageOfText
          hint={t("languageHint")}
          error={wrong(errors?.language)}
          defaultValue={values?.language ?? language}
        />
        <div>
          {isOnly ? <p className="mb-3 text-quiet">{cityHint}</p> : null}
          <Button weight="main" name="intent" value="create" isBusy={isBusy}>
            {t("button")}
          </Button>
        </div>
      </Form>
    </>
  );
}
