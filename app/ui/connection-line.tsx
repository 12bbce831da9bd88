// The quiet, true line under the top bar while the server cannot be reached.
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";

export type ConnectionLineState = "connected" | "offline" | "back";

/** Nothing while connected; the region itself stays, so that a change is heard. */
export function ConnectionLine({ state }: { state: ConnectionLineState }) {
  const t = useT("frame");
  return (
    <div role="status">
      {state === "connected" ? null : (
        <p className="strip strip-line" data-line={state}>
          <Icon name={state === "offline" ? "offline" : "check"} size={16} />
          {state === "offline" ? t("line.offline") : t("line.back")}
        </p>
      )}
    </div>
  );
}
