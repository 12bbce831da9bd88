// The picture of the timeline on its page: as wide as that is, or scrolled within its own frame, where today comes into sight by itself.
import { useEffect, useId, useRef } from "react";
import { useT } from "~/i18n/use-t";
import type { TimelineDrawing } from "./drawing";
import { ofThePage } from "./palette";
import { TimelineNames } from "./timeline-names";
import { TimelinePicture } from "./timeline-picture";

interface TimelineFrameProps {
  drawing: TimelineDrawing;
  /** The id of the table that says the same. */
  tableId: string;
}

export function TimelineFrame({ drawing, tableId }: TimelineFrameProps) {
  const t = useT("timeline");
  const id = useId().replaceAll(":", "");
  const frame = useRef<HTMLDivElement>(null);
  const at = drawing.today ? drawing.today.x / drawing.width : null;
  useEffect(() => {
    const { current } = frame;
    if (current && at !== null) current.scrollLeft = current.scrollWidth * at - current.clientWidth / 2;
  }, [at]);
  return (
    <>
      <a className="timeline-pass link" href={`#${tableId}`}>
        {t("picture.toTable")}
      </a>
      <div
        ref={frame}
        role="region"
        aria-label={t("picture.label")}
        className="timeline-frame"
        // A frame without a link in it is scrolled by keys all the same.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className="timeline-sheet">
          <TimelineNames drawing={drawing} />
          <TimelinePicture drawing={drawing} palette={ofThePage} id={id} hasLinks />
        </div>
      </div>
    </>
  );
}
