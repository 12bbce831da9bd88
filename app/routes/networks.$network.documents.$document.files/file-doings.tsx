// What a writer does with a file: describing it, replacing it, letting it stay, taking it out.
import { Form } from "@remix-run/react";
import { altTextLimit, captionLimit, consents, licenceLimit, usualLicences } from "~/domain/files/file";
import type { GalleryFile } from "~/domain/files/listing.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Icon } from "~/ui/icon";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { useWrongWords } from "~/ui/use-wrong-words";
import { EraseLink } from "./erase-link";

interface FileDoingsProps {
  file: GalleryFile;
  answer?: FormAnswer;
}

/** For whoever writes the document, or only may erase what is attached to it, as once it is sealed. */
export function FileDoings({ file, mayWrite, answer }: FileDoingsProps & { mayWrite: boolean }) {
  return (
    <div className="file-doings mt-2">
      {mayWrite ? <Writing file={file} answer={answer} /> : null}
      <EraseLink file={file} />
    </div>
  );
}

function Writing({ file, answer }: FileDoingsProps) {
  const t = useT("files");
  const { id, name, goesOn } = file;
  return (
    <>
      {/* Saved, it closes and shows what is kept. */}
      <Describe
        key={[file.altText, file.caption, file.licence, file.consent].join("\n")}
        file={file}
        answer={answer}
      />
      <Replace file={file} answer={answer} />
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        {goesOn ? (
          <Button size="small" name="intent" value="keep" aria-label={t("keep.buttonOf", { name })}>
            {t("keep.button")}
          </Button>
        ) : null}
        <Button
          size="small"
          weight="bare"
          name="intent"
          value="remove"
          aria-label={t("remove.buttonOf", { name })}
        >
          {t("remove.button")}
        </Button>
      </Form>
    </>
  );
}

function Describe({ file, answer }: FileDoingsProps) {
  const t = useT("files");
  const wrong = useWrongWords();
  const { id, size, name } = file;
  const isAnswered = answer?.intent === "describe" && answer.values?.id === id;
  const errors = isAnswered ? answer?.errors : undefined;
  const values = isAnswered && errors ? answer?.values : undefined;
  return (
    <details className="fold" open={Boolean(errors)}>
      <summary aria-label={t("describe.openOf", { name })}>
        <Icon name="chevron-right" size={16} />
        {t("describe.open")}
      </summary>
      <Form method="post" className="grid gap-4 py-3">
        <input type="hidden" name="id" value={id} />
        {size ? (
          <TextArea
            id={`altText-${id}`}
            name="altText"
            rows={2}
            label={t("describe.altText")}
            hint={t("describe.altHint")}
            limit={altTextLimit}
            error={wrong(errors?.altText)}
            defaultValue={values?.altText ?? file.altText}
          />
        ) : null}
        <Field
          id={`caption-${id}`}
          name="caption"
          label={t("describe.caption")}
          limit={captionLimit}
          error={wrong(errors?.caption)}
          defaultValue={values?.caption ?? file.caption}
          isOptional
        />
        <Field
          id={`licence-${id}`}
          name="licence"
          list={`licences-${id}`}
          label={t("describe.licence")}
          hint={t("describe.licenceHint")}
          limit={licenceLimit}
          error={wrong(errors?.licence)}
          defaultValue={values?.licence ?? file.licence}
          isOptional
        />
        <datalist id={`licences-${id}`}>
          {usualLicences.map((licence) => (
            <option key={licence} value={licence} />
          ))}
        </datalist>
        {size ? (
          <Select
            id={`consent-${id}`}
            name="consent"
            label={t("describe.consent")}
            options={consents.map((value) => ({ value, label: t(`consent.${value}`) }))}
            defaultValue={values?.consent ?? file.consent}
          />
        ) : null}
        <div>
          <Button name="intent" value="describe">
            {t("describe.button")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Replace({ file: { id, name }, answer }: FileDoingsProps) {
  const t = useT("files");
  const wrong = useWrongWords();
  const errors = answer?.intent === "replace" && answer.values?.id === id ? answer.errors : undefined;
  return (
    <details className="fold" open={Boolean(errors)}>
      <summary aria-label={t("replace.openOf", { name })}>
        <Icon name="chevron-right" size={16} />
        {t("replace.open")}
      </summary>
      <Form method="post" encType="multipart/form-data" className="grid gap-4 py-3">
        <input type="hidden" name="id" value={id} />
        <Field
          id={`replace-${id}`}
          type="file"
          name="file"
          label={t("replace.file")}
          hint={t("replace.hint")}
          error={wrong(errors?.file)}
        />
        <div>
          <Button name="intent" value="replace">
            {t("replace.button")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
