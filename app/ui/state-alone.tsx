// The state of what is written, where there is no editor beside which it stands: what is above the text can be changed all the same.
import { SaveState, type SaveStateValue } from "./save-state";

/** Nothing while all is saved, so that a text that is only being fetched does not move; `isAlways` says that as well. */
export function StateAlone({ state, isAlways = false }: { state: SaveStateValue; isAlways?: boolean }) {
  if (!isAlways && state.kind === "saved") return null;
  return (
    <div className="editor-line">
      <span className="editor-side">
        <SaveState state={state} />
      </span>
    </div>
  );
}
