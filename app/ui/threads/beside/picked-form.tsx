// The form for a remark on a passage that somebody has marked: before their eyes at once, also where it lies in a sheet.
import { useEffect, useRef } from "react";
import type { PickedPassage } from "~/domain/documents/picked-passage";
import { NewRemark } from "../new-remark";
import { PassageQuoted } from "../passage-quoted";
import type { ThreadPlace } from "../thread-place";

interface PickedFormProps {
  picked: PickedPassage;
  /** It was begun before the page was loaded anew: it stands there, and nothing is opened for it. */
  isFound: boolean;
  place: ThreadPlace;
  newCommentId: string;
  /** It was sent, or put away. */
  onEnd: () => void;
}

export function PickedForm({ picked, isFound, place, newCommentId, onEnd }: PickedFormProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sheet = frame.current?.closest<HTMLElement>(".sheet");
    if (isFound || !sheet || getComputedStyle(sheet).display !== "none") return;
    sheet.showPopover?.();
    frame.current?.querySelector("textarea")?.focus();
  }, [picked, isFound]);
  const isPicture = picked.kind === "picture";
  return (
    <div ref={frame} className="grid gap-2">
      <PassageQuoted
        passage={{ quotation: isPicture ? "" : picked.words, isPicture, stands: null }}
        text={place.madeOn}
      />
      <NewRemark
        place={place}
        newCommentId={newCommentId}
        fieldId="passage"
        fields={{ passage: JSON.stringify(picked) }}
        onDone={onEnd}
        onCancel={onEnd}
        isFocused={!isFound}
      />
    </div>
  );
}
