// The names of a timeline's bands beside its picture: they stay in sight while it moves within its frame.
import type { TimelineDrawing } from "./drawing";

/** On the page alone: in a file, which does not move, the picture has them itself. */
export function TimelineNames({ drawing: { bands, height } }: { drawing: TimelineDrawing }) {
  return bands.map(({ key, top, name, note }) => (
    <p key={key} className="timeline-name" style={{ top: `${(top / height) * 100}%` }}>
      <span>
        <b>{name}</b>
        {note === "" ? null : <small>{note}</small>}
      </span>
    </p>
  ));
}
