// Writing where no script runs: the text as Markdown in a field, saved by a button into what others write.
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";

export interface TextWithoutScriptProps {
  text: string;
  error?: string;
  isDraft: boolean;
}

export function TextWithoutScript({ text, error, isDraft }: TextWithoutScriptProps) {
  const t = useT("documents", "frame");
  return (
    <noscript>
      <TextArea
        id="text"
        name="text"
        label={t("field.text")}
        hint={t("field.textHint")}
        isWriting
        error={error}
        defaultValue={text}
        rows={24}
      />
      <div className="mt-5 mb-8 flex flex-wrap gap-3">
        <Button weight="main">{t("frame:do.save")}</Button>
        <Button name="then" value="publish">
          {t(isDraft ? "publish.button" : "publish.again")}
        </Button>
      </div>
    </noscript>
  );
}
