// One text without a network: read and written in the editor, kept on this device, and handed in by the real page later.
import { useEffect, useRef, useState } from "react";
import * as Y from "yjs";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";
import { SaveState } from "~/ui/save-state";
import { textsOnDevice } from "../device-account";
import { openDeviceCopy } from "../device-copy";
import type { TextRow } from "../device-database";
import { EditorSurface } from "../editor-surface";
import { keepWriting, type KeptWriting } from "./kept-writing";
import { OfflineFrame } from "./offline-frame";
import { OfflineList } from "./offline-list";
import { useBackOnline } from "./use-back-online";

/** Files are taken in by the server alone: whoever wants one in the text is told so. */
const nowhere = { address: "", isOffline: true };

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
      const before = known.unsent.map(({ at }) => at);
      const stopKeeping = keepWriting(shared, copy, before, (next) => {
        unkept.current = next.isSaving || next.isFull;
        setState(next);
      });
      stop = () => {
        stopKeeping();
        copy.close();
      };
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
        <a className="link inline-block" href="/">
          {t("offline.all")}
        </a>
      </p>
      <EditorSurface
        shared={shared}
        isEditable
        label={title}
        title={title}
        language={about.language || "en"}
        searchPeople={nobody}
        searchDocuments={nobody}
        files={nowhere}
        side={<State state={state} />}
      />
    </OfflineFrame>
  );
}

/** What is the same as on the server is not said to be saved: without a network nobody knows. */
function State({ state: { changes, isSaving, isFull } }: { state: KeptWriting }) {
  const t = useT("device");
  if (isFull) return <SaveState state={{ kind: "failed" }} />;
  if (isSaving) return <SaveState state={{ kind: "saving" }} />;
  if (changes > 0) return <SaveState state={{ kind: "on-this-device", changes }} />;
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-small text-quiet">
      <Icon name="offline" size={16} />
      {t("offline.title")}
    </span>
  );
}
