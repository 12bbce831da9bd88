// One text without a network: read and written in the editor, kept on this device, and handed in by the real page later.
import { useEffect, useRef, useState } from "react";
import * as Y from "yjs";
import { useT } from "~/i18n/use-t";
import { Icon, type IconName } from "~/ui/icon";
import { textsOnDevice } from "../device-account";
import { openDeviceCopy } from "../device-copy";
import type { TextRow } from "../device-database";
import { EditorSurface } from "../editor-surface";
import { keepWriting, type KeptWriting } from "./kept-writing";
import { OfflineFrame } from "./offline-frame";
import { OfflineList } from "./offline-list";
import { useBackOnline } from "./use-back-online";

interface OfflineTextProps {
  personId: string;
  documentId: string;
}

type Held = { shared: Y.Doc; about: TextRow } | "absent" | "unreadable";

/** Nothing is found without a network. */
const nobody = () => Promise.resolve([]);

export function OfflineText({ personId, documentId }: OfflineTextProps) {
  const t = useT("device");
  const [held, setHeld] = useState<Held | null>(null);
  const [state, setState] = useState<KeptWriting>({ changes: 0, isSaving: false, isFull: false });
  const unkept = useRef(false);
  useBackOnline(() => !unkept.current);

  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    const open = async () => {
      const about = (await textsOnDevice(personId)).find(({ document }) => document === documentId);
      if (!about) return setHeld("absent");
      const copy = await openDeviceCopy(personId, documentId);
      const known = await copy.read();
      if (isOver || !known) return copy.close();
      const shared = new Y.Doc({ gc: false });
      Y.applyUpdate(shared, known.text, copy);
      const stopKeeping = keepWriting(shared, copy, known.unsent.length, (next) => {
        unkept.current = next.isSaving || next.isFull;
        setState(next);
      });
      stop = () => {
        stopKeeping();
        copy.close();
      };
      setState({ changes: known.unsent.length, isSaving: false, isFull: false });
      setHeld({ shared, about });
    };
    open().catch(() => setHeld("unreadable"));
    const warn = (event: BeforeUnloadEvent) => {
      if (unkept.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      isOver = true;
      stop?.();
      window.removeEventListener("beforeunload", warn);
    };
  }, [personId, documentId]);

  if (!held) return null;
  if (held === "absent") return <OfflineList personId={personId} isAbsent />;
  if (held === "unreadable")
    return (
      <OfflineFrame title={t("offline.title")} lead={t("offline.unreadable")} isNarrow>
        <p className="mt-2 text-quiet">{t("offline.back")}</p>
      </OfflineFrame>
    );
  const { shared, about } = held;
  const title = about.title || t("untitled");
  return (
    <OfflineFrame title={title} over={about.networkName} language={about.language || undefined}>
      <p className="mt-1 mb-4 text-small text-quiet">
        {t("offline.back")}{" "}
        <a className="link" href="/">
          {t("offline.all")}
        </a>
      </p>
      <EditorSurface
        shared={shared}
        isEditable
        label={title}
        language={about.language || "en"}
        searchPeople={nobody}
        searchDocuments={nobody}
        side={<StateLine state={state} />}
      />
    </OfflineFrame>
  );
}

function StateLine({ state: { changes, isSaving, isFull } }: { state: KeptWriting }) {
  const t = useT("device");
  const [icon, words]: [IconName, string] = isFull
    ? ["problem", t("state.cannot")]
    : isSaving
      ? ["saving", t("state.saving")]
      : changes > 0
        ? ["device", t("state.only", { count: changes })]
        : ["offline", t("state.none")];
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-small">
      <Icon name={icon} size={16} />
      {words}
    </span>
  );
}
