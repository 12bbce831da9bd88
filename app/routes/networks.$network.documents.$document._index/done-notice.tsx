// Says once, after another screen has led back here, that what was decided there is done.
import { useSearchParams } from "@remix-run/react";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";

const words = {
  published: "publish.done",
  withdrawn: "withdraw.done",
  "published-for-all": "publish.doneForAll",
  moved: "moved",
} as const;

export function DoneNotice({ city }: { city: string }) {
  const t = useT("documents");
  const [search] = useSearchParams();
  const done = search.get("done");
  const key = Object.hasOwn(words, done ?? "") ? words[done as keyof typeof words] : null;
  if (!key) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok" announce="politely">
        {t(key, { city })}
      </Notice>
    </div>
  );
}
