// That a form of the page was done, said above it.
import { Notice } from "./notice";

export function SavedNotice({ isShown, words }: { isShown: boolean; words: string }) {
  if (!isShown) return null;
  return (
    <div className="mb-6">
      <Notice tone="ok" announce="politely">
        {words}
      </Notice>
    </div>
  );
}
