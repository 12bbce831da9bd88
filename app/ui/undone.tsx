// That a change was undone, or came too late to be.
import { useT } from "~/i18n/use-t";
import { Notice } from "./notice";

export function Undone({ isDone }: { isDone: boolean }) {
  const t = useT("frame");
  return (
    <div className="mb-6">
      <Notice tone={isDone ? "ok" : "late"} announce="politely">
        {t(isDone ? "undone" : "undoLate")}
      </Notice>
    </div>
  );
}
