// Who else has this document open, shown in the top bar.
import { useT } from "~/i18n/use-t";
import { usePresence } from "~/realtime/use-presence";
import { Presence } from "./presence";
import { IntoPresenceSlot } from "./presence-slot";
import { useFormat, useReader } from "./use-reader";

export function DocumentPresence({ network, document }: { network: string; document: string }) {
  const t = useT("documents");
  const format = useFormat();
  const { person } = useReader();
  const others = usePresence(network, document).filter(({ id }) => id !== person?.id);
  const names = format.list(others.map(({ name }) => name));
  return (
    <IntoPresenceSlot>
      <Presence people={others} words={t("presence.also", { names })} />
    </IntoPresenceSlot>
  );
}
