// In which document it is drafted: linked by the city, opened by whoever may read it.
import { Form, Link, useNavigation } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";
import type { Answered, Loaded } from "./route";

export function Draft({ loaded, answer, home }: { loaded: Loaded; answer: Answered; home: string }) {
  const t = useT("deliverables");
  const wrong = useWrongWords();
  const isBusy = useNavigation().state !== "idle";
  const { cell, choices, mayHandIn } = loaded;
  if (!mayHandIn && !cell.documentId) return null;
  const linked = choices.find(({ documentId }) => documentId === cell.documentId);
  return (
    <section className="mb-10">
      <h2 className="text-section">{t("cell.document")}</h2>
      {cell.documentId ? (
        <p className="mt-1">
          <Link className="link" to={`${home}/documents/${cell.documentId}`} prefetch="intent">
            {linked?.title ?? t("cell.openDocument")}
          </Link>
        </p>
      ) : (
        <p className="mt-1 text-quiet">{t("cell.noDocument")}</p>
      )}
      {mayHandIn ? (
        <Form method="post" className="mt-3 flex max-w-xl flex-wrap items-end gap-2">
          <Select
            id="documentId"
            name="documentId"
            label={t("cell.link")}
            hint={cell.state === "not-started" ? t("cell.linkHint") : undefined}
            frameClassName="min-w-0 grow"
            error={answer?.intent === "link" ? wrong(answer.errors?.documentId) : undefined}
            defaultValue={cell.documentId ?? ""}
            options={[
              { value: "", label: t("cell.noDocument") },
              ...choices.map(({ documentId, title }) => ({ value: documentId, label: title })),
            ]}
          />
          <Button name="intent" value="link" isBusy={isBusy}>
            {t("cell.linkButton")}
          </Button>
          <LinkButton
            weight="bare"
            to={`${home}/documents/new?deliverable=${cell.deliverableId}&partner=${cell.partnershipId}`}
          >
            {t("cell.newDocument")}
          </LinkButton>
        </Form>
      ) : null}
    </section>
  );
}
