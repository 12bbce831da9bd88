// From change to change, by button or key; without a script the list of sections leads there.
import { useCallback, useRef } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "../button";
import { Icon } from "../icon";
import { Key } from "../key";
import { useReader } from "../use-reader";
import { useShortcuts } from "../use-shortcuts";

export function ChangeSteps({ changes }: { changes: number }) {
  const t = useT("comparing");
  const at = useRef(0);
  const hasKeys = useReader().person?.hasShortcuts ?? false;
  const step = useCallback(
    (by: 1 | -1) => {
      const next = Math.min(changes, Math.max(1, standing(at.current, changes) + by));
      const change = document.getElementById(`change-${next}`);
      if (!change) return;
      at.current = next;
      change.scrollIntoView({ block: "center" });
      change.focus({ preventScroll: true });
    },
    [changes],
  );
  useShortcuts(
    [
      { keys: "j", run: () => step(1) },
      { keys: "k", run: () => step(-1) },
    ],
    hasKeys,
  );
  return (
    <div role="group" aria-label={t("steps")} className="compared-steps needs-script on-screen-only">
      <span className="text-small text-quiet">{t("changes", { count: changes })}</span>
      <Button size="small" onClick={() => step(-1)}>
        <Icon name="chevron-up" size={16} />
        {t("previous")}
        {hasKeys ? <Key name="k" /> : null}
      </Button>
      <Button size="small" onClick={() => step(1)}>
        <Icon name="chevron-down" size={16} />
        {t("next")}
        {hasKeys ? <Key name="j" /> : null}
      </Button>
    </div>
  );
}

/** The change that the reader went to by other ways counts as well: that which has the focus, or that of the address. */
function standing(last: number, changes: number): number {
  const [, number = ""] = /^change-(\d+)$/.exec(document.activeElement?.id ?? "") ?? [];
  const [, inAddress = ""] = /^#change-(\d+)$/.exec(window.location.hash) ?? [];
  const known = Number(number) || last || Number(inAddress);
  return Math.min(changes, known);
}
