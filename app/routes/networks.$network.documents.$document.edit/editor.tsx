// The writing screen: fields, Markdown, preview, the state of saving, and what to do when two wrote at once.
import { Form } from "@remix-run/react";
import { useCallback, useState } from "react";
import { titleLimit, type StandingText } from "~/domain/documents/document";
import { factsPrefix } from "~/domain/documents/fact-fields";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import type { DocumentToWrite } from "~/domain/documents/reading.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { LanguageOfText } from "~/ui/language-of-text";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { SaveState } from "~/ui/save-state";
import { SplitEditorLayout } from "~/ui/split-editor-layout";
import { TextArea } from "~/ui/text-area";
import { useFormat, useReader } from "~/ui/use-reader";
import { useShortcuts } from "~/ui/use-shortcuts";
import { useWrongWords } from "~/ui/use-wrong-words";
import { Conflict } from "./conflict";
import { FactForm } from "./fact-form";
import { labelsOfWrongFacts, onFields } from "./fact-wrongs";
import { AllGuidance, GuidanceNow, headingAt, type Guidance } from "./guidance";
import { LinkCompletion } from "./link-completion";
import { Preview } from "./preview";
import { useDraft, type Draft } from "./use-draft";
import { WrongSummary } from "~/ui/wrong-summary";

interface EditorProps {
  document: DocumentToWrite;
  choices: FactChoices;
  guidance: Guidance;
  /** The answer to a form that was posted without a script. */
  posted?: FormAnswer;
  conflict?: StandingText;
}

export function Editor({ document, choices, guidance, posted, conflict: postedConflict }: EditorProps) {
  const t = useT("documents", "frame");
  const factWords = useT("facts");
  const format = useFormat();
  const wrong = useWrongWords();
  const { person } = useReader();
  const done = posted?.done as { preview?: string; revision?: number; arrange?: string | null } | undefined;
  // What was saved is read from what stands there now.
  const values = done?.revision === undefined ? posted?.values : undefined;
  /** What the fields were first filled with: a newer text never slips into the fields that nobody has touched. */
  const [first] = useState(document);
  const [text, setText] = useState(values?.text ?? document.text);
  const [title, setTitle] = useState(values?.title ?? document.title);
  const typed = useCallback((draft: Draft) => {
    setText(draft.text);
    setTitle(draft.title);
  }, []);
  const draft = useDraft(document, typed);
  const { form, save, saveState, found } = draft;
  const errors = draft.errors ?? posted?.errors;
  const conflict = draft.conflict ?? postedConflict;
  const preview = done?.preview;
  const fields = draft.laidOut.key === 0 && values ? factsAmong(values) : draft.laidOut.facts;
  const [heading, setHeading] = useState("");
  const [hasFolded, setFolded] = useState(false);
  const lookAt = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) =>
    setHeading(headingAt(currentTarget.value, currentTarget.selectionStart));

  useShortcuts([{ keys: "mod+s", run: () => save() }], person?.hasShortcuts ?? false);

  return (
    <div className="page page-wide">
      <h1 className="hidden-words">{t("edit.title", { title: document.title })}</h1>
      <Form
        ref={form}
        method="post"
        onInput={draft.look}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          save(
            submitter instanceof HTMLButtonElement && submitter.value === "publish"
              ? { then: "publish" }
              : {},
          );
        }}
      >
        {found ? (
          <div className="mb-6">
            <Notice
              tone="soon"
              actions={
                <>
                  <Button
                    type="button"
                    size="small"
                    weight="main"
                    onClick={() => draft.take(found.value, draft.base)}
                  >
                    {t("edit.takeKept")}
                  </Button>
                  <Button type="button" size="small" onClick={draft.drop}>
                    {t("edit.dropKept")}
                  </Button>
                </>
              }
            >
              {t("edit.keptHere", { time: format.dateTime(found.at) })}
            </Notice>
          </div>
        ) : null}
        {draft.isOvertaken || draft.followed ? (
          <div className="mb-6">
            <Notice tone={draft.isOvertaken ? "soon" : "note"} announce="politely">
              {draft.isOvertaken
                ? t("edit.changedElsewhere", { name: document.savedBy })
                : t("edit.followed", { name: draft.followed ?? "" })}
            </Notice>
          </div>
        ) : null}
        {conflict ? (
          <Conflict
            theirs={conflict}
            yours={draft.typed() ?? { ...draft.base, ...values, title, text, facts: fields }}
            kind={document.kind}
            choices={choices}
            onYours={() => save({ revision: conflict.revision })}
            onTheirs={() => draft.takeStanding(conflict)}
          />
        ) : null}
        <WrongSummary
          wrongs={onFields(errors)}
          labels={{
            title: t("field.title"),
            language: t("field.language"),
            text: t("field.text"),
            ...labelsOfWrongFacts(factWords, onFields(errors)),
          }}
        />
        {/* What a button without an intent of its own means, where no script runs. */}
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="revision" value={draft.base.revision} />
        <div className="mb-6 grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_14rem]">
          <Field
            id="title"
            name="title"
            label={t("field.title")}
            limit={titleLimit}
            error={wrong(errors?.title)}
            defaultValue={values?.title ?? first.title}
            className="font-serif text-large font-semibold"
          />
          <LanguageOfText error={wrong(errors?.language)} defaultValue={values?.language ?? first.language} />
        </div>
        <FactForm
          key={draft.laidOut.key}
          kind={document.kind}
          fields={fields}
          choices={choices}
          errors={errors}
          asked={draft.laidOut.key === 0 ? done?.arrange : null}
          isNew={draft.laidOut.key > 0}
          isFolded={hasFolded}
          onFold={setFolded}
          onChanged={draft.look}
        />
        <AllGuidance guidance={guidance} />
        <SplitEditorLayout
          label={t("edit.modes")}
          writeLabel={t("edit.write")}
          previewLabel={t("edit.preview")}
          shownFirst={preview === undefined ? "write" : "preview"}
          posts={{ name: "intent", write: "write", preview: "preview" }}
          writeSide={<SaveState state={saveState} />}
          write={
            <>
              <TextArea
                id="text"
                name="text"
                label={t("field.text")}
                hint={t("field.textHint")}
                isWriting
                error={wrong(errors?.text)}
                defaultValue={values?.text ?? first.text}
                rows={24}
                spellCheck
                onSelect={lookAt}
                onKeyUp={lookAt}
                lang={document.language}
              />
              <LinkCompletion field="text" />
            </>
          }
          preview={
            <>
              <GuidanceNow guidance={guidance} heading={heading} />
              <Preview text={text} html={preview} language={document.language} />
            </>
          }
        />
        <div className="action-bar">
          <Button weight="main" isBusy={saveState.kind === "saving"}>
            {t("frame:do.save")}
          </Button>
          <Button name="then" value="publish" isBusy={saveState.kind === "saving"}>
            {t(document.state === "draft" ? "publish.button" : "publish.again")}
          </Button>
          <LinkButton weight="bare" to=".." relative="path">
            {t("frame:do.back")}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}

/** Of the fields of a form, those of the facts. */
function factsAmong(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(factsPrefix)));
}
