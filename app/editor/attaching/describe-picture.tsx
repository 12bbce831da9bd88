// Asks, in the picture's own frame, what it shows to those who cannot see it, and what is to be known of it besides.
import { useEffect, useRef, useState } from "react";
import { altTextLimit, captionLimit, consents, licenceLimit, usualLicences } from "~/domain/files/file";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { PictureView } from "../picture-view";
import { useKeys } from "../use-keys";
import { keepAbout } from "./keep-about";

export interface DescribePictureProps {
  picture: PictureView;
  /** Where the document's files are told about; without it only what stands in the text is asked for. */
  address?: string;
  /** It has just come in: nothing is known of it yet. What was said of another is changed where all files are. */
  isNew: boolean;
  /** Whether it takes the focus: not from whoever has gone on writing. */
  isFocused: boolean;
  /** It was answered, or put off: the picture is to be selected again where the form had the focus. */
  onDone: (answer: { hadFocus: boolean; isKept: boolean }) => void;
}

export function DescribePicture({ picture, address, isNew, isFocused, onDone }: DescribePictureProps) {
  const t = useT("editor");
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<"asking" | "keeping" | "unkept">("asking");
  const { alt, caption, file } = picture.node.attrs;
  const done = (isKept: boolean) =>
    onDone({ hadFocus: form.current?.contains(document.activeElement) ?? false, isKept });
  useKeys(form, ({ key }) => {
    if (key !== "Escape") return false;
    done(false);
    return true;
  });
  useEffect(() => {
    if (!isFocused) return;
    form.current?.querySelector("textarea")?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
  }, [isFocused]);

  return (
    <form
      ref={form}
      className="picture-asks"
      aria-label={t("picture.describe")}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const typed = new FormData(event.currentTarget);
        const said = (name: string, limit: number) =>
          String(typed.get(name) ?? "")
            .replace(/\s+/gu, " ")
            .trim()
            .slice(0, limit);
        const words = { alt: said("alt", altTextLimit), caption: said("caption", captionLimit) };
        picture.describe(words);
        if (!address || !isNew) return done(true);
        setState("keeping");
        void keepAbout(address, {
          id: String(file),
          ...words,
          licence: said("licence", licenceLimit),
          consent: said("consent", 20),
        }).then((isKept) => (isKept ? done(true) : setState("unkept")));
      }}
    >
      <TextArea
        name="alt"
        rows={2}
        label={t("picture.alt")}
        hint={t("picture.altHint")}
        limit={altTextLimit}
        defaultValue={String(alt)}
      />
      <Field
        name="caption"
        label={t("picture.caption")}
        isOptional
        limit={captionLimit}
        defaultValue={String(caption)}
        autoComplete="off"
      />
      {address && isNew ? <About /> : null}
      {address && !isNew ? (
        <p className="text-small">
          <a className="link" href={address}>
            {t("picture.about")}
          </a>
        </p>
      ) : null}
      {state === "unkept" ? <Notice tone="soon">{t("picture.unkept")}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button weight="main" size="small" isBusy={state === "keeping"}>
          {t("picture.keep")}
        </Button>
        <Button type="button" size="small" onClick={() => done(false)}>
          {t(state === "unkept" ? "picture.withoutIt" : "picture.later")}
        </Button>
      </div>
    </form>
  );
}

function About() {
  const t = useT("files");
  return (
    <div className="picture-about">
      <Select
        name="consent"
        label={t("describe.consent")}
        defaultValue="unknown"
        options={consents.map((consent) => ({ value: consent, label: t(`consent.${consent}`) }))}
      />
      <Field
        name="licence"
        label={t("describe.licence")}
        isOptional
        list="usual-licences"
        autoComplete="off"
      />
      <datalist id="usual-licences">
        {usualLicences.map((licence) => (
          <option key={licence} value={licence} />
        ))}
      </datalist>
    </div>
  );
}
