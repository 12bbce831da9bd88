// The writing screen: what stands above the text, saved by itself, and the text, written together.
import { Form, useLocation, useNavigate, useParams } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { titleLimit, type StandingText } from "~/domain/documents/document";
import { factsPrefix } from "~/domain/documents/fact-fields";
import type { FactChoices } from "~/domain/documents/named-in-facts.server";
import type { DocumentToWrite } from "~/domain/documents/reading.server";
import type { FormAnswer } from "~/http/form";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import type { PageText } from "~/domain/documents/page-text";
import { Field } from "~/ui/field";
import { LanguageOfText } from "~/ui/language-of-text";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import type { SaveStateValue } from "~/ui/save-state";
import { useFormat, useReader } from "~/ui/use-reader";
import { useShortcuts } from "~/ui/use-shortcuts";
import { useWrongWords } from "~/ui/use-wrong-words";
import { WrongSummary } from "~/ui/wrong-summary";
import { Conflict } from "./conflict";
import { FactForm } from "./fact-form";
import { labelsOfWrongFacts, onFields } from "./fact-wrongs";
import { AllGuidance, type Guidance } from "./guidance";
import { TextWithoutScript } from "./text-without-script";
import { useHead } from "./use-head";
import { WrittenText } from "./written-text";

interface WritingProps {
  document: DocumentToWrite;
  /** The text as it is read. */
  text: PageText;
  choices: FactChoices;
  guidance: Guidance;
  networkName: string;
  /** Whether any remark is open. */
  areRemarksOpen: boolean;
  /** The answer to a form that was posted without a script. */
  posted?: FormAnswer;
  conflict?: StandingText;
}

export function Writing(props: WritingProps) {
  const { document, text, choices, guidance, networkName, posted, conflict: postedConflict } = props;
  const t = useT("documents", "frame");
  const factWords = useT("facts");
  const format = useFormat();
  const wrong = useWrongWords();
  const { person } = useReader();
  const done = posted?.done as { revision?: number; arrange?: string | null } | undefined;
  // What was saved is read from what stands there now.
  const values = done?.revision === undefined ? posted?.values : undefined;
  /** What the fields were first filled with: something newer never slips into fields that nobody has touched. */
  const [first] = useState(document);
  const head = useHead(document);
  const { form, found } = head;
  const errors = head.errors ?? posted?.errors;
  // One and the same as long as the answer is: what is new is announced.
  const wrongs = useMemo(() => onFields(errors, document.kind), [errors, document.kind]);
  const conflict = head.conflict ?? postedConflict;
  const fields = head.laidOut.key === 0 && values ? factsAmong(values) : head.laidOut.facts;
  const [hasFolded, setFolded] = useState(() => isWritten(document.text));
  const [title, setTitle] = useState(document.title);
  const { network = "" } = useParams();
  const address = `/networks/${network}/documents/${document.id}`;
  const publishing = usePublishing(head.save, `${address}/publish`);

  useShortcuts([{ keys: "mod+s", run: head.save }], person?.hasShortcuts ?? false);

  return (
    <div className="page page-wide">
      <h1 className="hidden-words">{t("edit.title", { title: document.title })}</h1>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <LinkButton weight="bare" className="at-edge" to={address}>
          {t("frame:do.back")}
        </LinkButton>
        {/* On a phone they stand below what leads out, from where the text begins. */}
        <span className="ml-auto flex flex-wrap gap-x-2 max-sm:order-last max-sm:-mt-2 max-sm:basis-full">
          <LinkButton weight="bare" className="at-edge" to={`${address}/authorship`}>
            {t("whoWrote")}
          </LinkButton>
          <LinkButton weight="bare" to={`${address}/files`}>
            {document.files > 0 ? t("filesCount", { number: document.files }) : t("files")}
          </LinkButton>
        </span>
        <LinkButton to={`${address}/publish`} onClick={publishing.go} aria-busy={publishing.isWaiting}>
          {t(document.state === "draft" ? "publish.button" : "publish.again")}
        </LinkButton>
      </div>
      <Form
        ref={form}
        method="post"
        onInput={({ target }) => {
          if (target instanceof HTMLInputElement && target.name === "title") setTitle(target.value);
          head.look();
        }}
        onBlur={() => head.isChanged && head.saveState.kind === "saving" && head.saveByItself()}
        onSubmit={(event) => {
          event.preventDefault();
          head.save();
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
                    onClick={() => head.take(found.value, head.base)}
                  >
                    {t("edit.takeKept")}
                  </Button>
                  <Button type="button" size="small" onClick={head.drop}>
                    {t("edit.dropKept")}
                  </Button>
                </>
              }
            >
              {t("edit.keptHere", { time: format.dateTime(found.at) })}
            </Notice>
          </div>
        ) : null}
        {head.followed ? (
          <div className="mb-6">
            <Notice announce="politely">{t("edit.followed", { name: head.followed })}</Notice>
          </div>
        ) : null}
        {conflict ? (
          <Conflict
            theirs={conflict}
            yours={{
              ...(head.typed() ?? { ...head.base, ...values, facts: fields }),
              ...(head.conflict ? {} : { text: values?.text ?? document.text }),
            }}
            kind={document.kind}
            choices={choices}
            onYours={() => head.saveOver(conflict)}
            onTheirs={() => head.takeStanding(conflict)}
          />
        ) : null}
        <WrongSummary
          wrongs={wrongs}
          takesFocus={head.errors ? head.wasAskedFor : true}
          labels={{
            title: t("field.title"),
            language: t("field.language"),
            text: t("field.text"),
            ...labelsOfWrongFacts(factWords, wrongs),
          }}
        />
        {/* What a button without an intent of its own means, where no script runs. */}
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="by" value={head.by} />
        <input type="hidden" name="revision" value={head.base.revision} />
        <div className="mb-6 grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_14rem]">
          <Field
            id="title"
            name="title"
            label={t("field.title")}
            limit={titleLimit}
            error={wrong(errors?.title)}
            defaultValue={values?.title ?? first.title}
            className="font-serif text-large leading-5.5 font-semibold"
          />
          <LanguageOfText error={wrong(errors?.language)} defaultValue={values?.language ?? first.language} />
        </div>
        <FactForm
          key={head.laidOut.key}
          kind={document.kind}
          fields={fields}
          choices={choices}
          errors={errors}
          asked={head.laidOut.key === 0 ? done?.arrange : null}
          isNew={head.laidOut.key > 0}
          isFolded={hasFolded}
          onFold={setFolded}
          onChanged={head.look}
        />
        <AllGuidance guidance={guidance} />
        <TextWithoutScript
          text={values?.text ?? document.text}
          error={wrong(errors?.text)}
          isDraft={document.state === "draft"}
        />
      </Form>
      <WrittenText
        document={document}
        by={head.by}
        title={title}
        networkName={networkName}
        text={text}
        said={{ areOpen: props.areRemarksOpen, heard: document, search: useLocation().search }}
        headState={head.saveState}
        onState={publishing.look}
      />
    </div>
  );
}

/** Publishing waits until all that is on the screen is saved: what is still here would be missing from it. */
function usePublishing(save: () => void, address: string) {
  const navigate = useNavigate();
  const [isWaiting, setWaiting] = useState(false);
  const [isSaved, setSaved] = useState(true);
  useEffect(() => {
    if (!isWaiting || !isSaved) return;
    setWaiting(false);
    navigate(address);
  }, [isWaiting, isSaved, navigate, address]);
  return {
    isWaiting,
    look: useCallback(({ kind }: SaveStateValue) => {
      setSaved(kind === "saved");
      // What was refused is mended first: nobody who mends it later is led away by an old wish.
      if (kind === "unsaved") setWaiting(false);
    }, []),
    go: (event: { preventDefault: () => void }) => {
      if (isSaved) return;
      event.preventDefault();
      save();
      setWaiting(true);
    },
  };
}

/** Whether there is more than the headings and the guidance of a template: then the text is what one has come for. */
function isWritten(text: string): boolean {
  return text.split("\n").some((line) => !/^\s*$|^#{1,6} |^<!-- guidance: /.test(line));
}

/** Of the fields of a form, those of the facts. */
function factsAmong(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(factsPrefix)));
}
