// What its writers do with a document as a whole.
import { Form } from "@remix-run/react";
import { titleLimit } from "~/domain/documents/document";
import type { DocumentToManage } from "~/domain/documents/managing.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { useWrongWords } from "~/ui/use-wrong-words";
import { Section } from "./section";

type Cities = DocumentToManage["moveTo"];

export function RenameForm({ document, answer }: { document: DocumentToManage; answer?: FormAnswer }) {
  const t = useT("managing", "documents");
  const wrong = useWrongWords();
  const own = answer?.intent === "rename" ? answer : undefined;
  const standing = (own?.conflict as { title?: string } | undefined)?.title;
  return (
    <Section id="rename" title={t("rename.title")} what={t("rename.what")}>
      <Form method="post" className="grid gap-4">
        {standing ? (
          <Notice tone="late" announce="at-once" title={t("conflict", { title: standing })} />
        ) : null}
        <input type="hidden" name="was" value={standing ?? document.title} />
        <Field
          id="title"
          name="title"
          label={t("documents:field.title")}
          limit={titleLimit}
          lang={document.language}
          error={wrong(own?.errors?.title ?? own?.errors?.form)}
          defaultValue={own?.values?.title ?? document.title}
          required
        />
        <div>
          <Button name="intent" value="rename">
            {t("rename.button")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

export function MoveForm({ cities, answer }: { cities: Cities; answer?: FormAnswer }) {
  const t = useT("managing");
  const wrong = useWrongWords();
  const errors = answer?.intent === "move" ? answer.errors : undefined;
  return (
    <Section id="move" title={t("move.title")} what={t("move.what")}>
      <Form method="post" className="grid gap-4">
        <Select
          id="move-city"
          name="partnershipId"
          label={t("move.city")}
          options={cities.map(({ id, city }) => ({ value: id, label: city }))}
          error={wrong(errors?.partnershipId ?? errors?.form)}
        />
        <div>
          <Button name="intent" value="move">
            {t("move.button")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

export function ArchiveForm({ isArchived }: { isArchived: boolean }) {
  const t = useT("managing");
  return (
    <Section id="archive" title={t("archive.title")} what={t("archive.what")}>
      <Form method="post">
        <Button name="intent" value={isArchived ? "unarchive" : "archive"}>
          {t(isArchived ? "archive.back" : "archive.button")}
        </Button>
      </Form>
    </Section>
  );
}

export function TrashForm({ answer }: { answer?: FormAnswer }) {
  const t = useT("managing");
  const wrong = useWrongWords();
  const refusal = answer?.intent === "trash" ? wrong(answer.errors?.form) : undefined;
  return (
    <Section id="trash" title={t("trash.title")} what={t("trash.what")}>
      {refusal ? <Notice tone="late" announce="at-once" title={refusal} /> : null}
      <Form method="post">
        <Button weight="grave" name="intent" value="trash">
          {t("trash.button")}
        </Button>
      </Form>
    </Section>
  );
}
