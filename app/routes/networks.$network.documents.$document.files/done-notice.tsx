// That something was done to the files, as the address says after it.
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";

const words = {
  described: "describe.done",
  replaced: "replace.done",
  kept: "keep.done",
  removed: "remove.done",
  restored: "restore.done",
  erased: "erase.done",
} as const;

export function DoneNotice({ done }: { done: string | null }) {
  const t = useT("files");
  const added = /^added-([1-9]\d{0,2})$/.exec(done ?? "")?.[1];
  const said =
    added !== undefined
      ? t("add.done", { count: Number(added) })
      : done !== null && Object.hasOwn(words, done)
        ? t(words[done as keyof typeof words])
        : undefined;
  const isHalf = done === "replaced-here";
  if (!isHalf && said === undefined) return null;
  return (
    <div className="mb-6">
      <Notice tone={isHalf ? "soon" : "ok"} announce="politely">
        {isHalf ? t("replace.notInText") : said}
      </Notice>
    </div>
  );
}
