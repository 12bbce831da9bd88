// Adding pictures and files from this device: several at once, each on its own way; without a script as one form.
import { Form, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { UploadRow } from "~/editor/attaching/upload-row";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { useWrongWords } from "~/ui/use-wrong-words";
import { useAdding } from "./use-adding";

export function AddForm({ megabytes, answer }: { megabytes: number; answer?: FormAnswer }) {
  const t = useT("files");
  const wrong = useWrongWords();
  const { state, formData } = useNavigation();
  const { all, added, add, drop, again } = useAdding(useLocation().pathname);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const [isNoneChosen, setNoneChosen] = useState(false);
  const section = useRef<HTMLElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const field = () => section.current?.querySelector<HTMLInputElement>("#file");
  // Dropped higher up on the page, they are shown on their way.
  useEffect(() => {
    if (all.length > 0) rows.current?.scrollIntoView({ block: "nearest" });
  }, [all.length]);
  const refused = Object.entries((answer?.intent === "add" && answer.errors) || {});
  // By the names of the files where there were several.
  const errors = refused.map(([name, why]) => ({
    ...(name !== "form" && { fieldId: "file", label: name === "file" ? t("add.file") : name }),
    message: wrong(why) ?? "",
  }));
  const said = isNoneChosen ? wrong({ key: "files:wrong.noFile" }) : errors[0]?.message;
  const isUnderWay = all.some(({ state }) => state.kind !== "refused");
  return (
    <section ref={section} aria-labelledby="add-files" className="mb-12">
      <h2 id="add-files" className="mb-5 text-section">
        {t("add.title")}
      </h2>
      <ErrorSummary errors={errors} />
      <Form
        method="post"
        encType="multipart/form-data"
        className="grid max-w-xl gap-5"
        onSubmit={(event) => {
          const input = field();
          if (!input) return;
          event.preventDefault();
          setNoneChosen(!input.files?.length);
          add([...(input.files ?? [])].map((file) => ({ file, isFolder: false })));
          input.value = "";
        }}
      >
        <Field
          id="file"
          type="file"
          name="file"
          multiple
          label={t("add.file")}
          hint={t(isAwake ? "add.hintEach" : "add.hint", { megabytes })}
          error={said}
          onChange={() => setNoneChosen(false)}
        />
        <div>
          <Button
            weight="main"
            name="intent"
            value="add"
            isBusy={state !== "idle" && formData?.get("intent") === "add"}
          >
            {t("add.button")}
          </Button>
        </div>
      </Form>
      {all.length > 0 ? (
        <ul ref={rows} className="mt-6 grid max-w-xl gap-3">
          {all.map((upload) => (
            <li key={upload.id}>
              <UploadRow
                upload={upload}
                onDrop={() => {
                  drop(upload.id);
                  field()?.focus();
                }}
                onAgain={() => again(upload.id)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {added > 0 && !isUnderWay ? (
        <div className="mt-6 max-w-xl">
          <Notice tone="ok" announce="politely">
            {t("add.done", { count: added })}
          </Notice>
        </div>
      ) : null}
    </section>
  );
}
