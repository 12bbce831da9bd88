// The text on the writing screen: read as always until it can be written, then with everybody who writes in it.
import type { Editor } from "@tiptap/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { SaveState, type SaveStateValue } from "~/ui/save-state";
import { StateAlone } from "~/ui/state-alone";
import type { DeviceText } from "./device-copy";
import { EditorSurface, type EditorSurfaceProps } from "./editor-surface";
import { RemarksLater } from "./remarks/remarks-later";
import { saveAsMarkdown } from "./save-as-file";
import { TextNotices } from "./text-notices";
import { useTextSession } from "./use-text-session";
import { WhoWroteLater } from "./who-wrote/who-wrote-later";
import { WritersHere } from "./writers-here";

export interface LiveTextProps extends Pick<
  EditorSurfaceProps,
  "searchPeople" | "searchDocuments" | "label"
> {
  document: string;
  personId: string;
  about: DeviceText;
  /** What stands above the text and is saved by itself. */
  headState: SaveStateValue;
  /** Told where all of it is kept whenever that changes. */
  onState: (state: SaveStateValue) => void;
  onSuccessor?: () => void;
  /** Whether any remark is open, another value whenever something may have been said, and the end of the page's address. */
  said: { areOpen: boolean; heard: unknown; search: string };
  /** The text to read, until there is an editor. */
  reading: ReactNode;
  /** The same as Markdown, for whoever cannot open it here. */
  markdown: string;
}

export function LiveText({
  document,
  personId,
  about,
  label,
  headState,
  onState,
  onSuccessor,
  said,
  reading,
  markdown,
  ...searches
}: LiveTextProps) {
  const { network, language } = about;
  const [editor, setEditor] = useState<Editor | null>(null);
  const open = useTextSession({ network, document }, personId, about);
  const state = useMemo(
    () => worse(headState, open?.view.keeping ?? { kind: "saved" }),
    [headState, open?.view.keeping],
  );
  useEffect(() => onState(state), [onState, state]);
  useEffect(() => {
    if (state.kind !== "failed") return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [state.kind]);

  const address = `/networks/${network}/documents/${document}`;
  const authorship = useMemo(() => ({ address, part: WhoWroteLater }), [address]);
  const { areOpen, heard, search } = said;
  const remarks = useMemo(
    () => ({ address, part: RemarksLater, areOpen, heard, search }),
    [address, areOpen, heard, search],
  );
  const files = useMemo(() => ({ address: `${address}/files` }), [address]);
  const phase = open?.view.phase ?? "opening";
  const shared = open?.view.shared ?? null;
  const [lastReady, setLastReady] = useState<typeof shared>(null);
  useEffect(() => {
    if (phase === "ready") setLastReady(shared);
  }, [phase, shared]);
  // Whoever was writing when Torg was renewed keeps their words in sight: the text as it was first read would look like a loss.
  const isShown = phase === "ready" || (phase === "outdated" && lastReady === shared);

  // Whoever writes far below what is said above the text is led to it: their words, or the whole text, have just gone from where they were.
  const notices = useRef<HTMLDivElement>(null);
  const grave = open && (open.view.phase === "outdated" || open.view.phase === "gone" || open.view.refusal);
  useEffect(() => {
    // And once more when the text is there again, which moves what stands above it out of sight.
    if (grave) notices.current?.scrollIntoView({ block: "nearest" });
  }, [grave, editor]);

  if (!open)
    return (
      <>
        <StateAlone state={state} />
        {reading}
      </>
    );
  const { session, view } = open;
  return (
    <>
      <div ref={notices} className="text-notices">
        <TextNotices
          session={session}
          view={view}
          onSuccessor={onSuccessor}
          onDownload={() => saveAsMarkdown(about.title, markdown)}
        />
      </div>
      {isShown ? (
        <EditorSurface
          shared={view.shared}
          awareness={view.awareness}
          isEditable={view.mayWrite && phase === "ready"}
          label={label}
          title={about.title}
          language={language}
          files={files}
          authorship={authorship}
          remarks={remarks}
          onEditor={setEditor}
          side={
            <span className="editor-side">
              {editor ? <WritersHere editor={editor} awareness={view.awareness} personId={personId} /> : null}
              <SaveState state={state} />
            </span>
          }
          {...searches}
        />
      ) : (
        <>
          <StateAlone state={state} isAlways={phase !== "opening"} />
          {phase === "gone" ? null : reading}
        </>
      )}
    </>
  );
}

const gravity = ["saved", "saving", "unsaved", "on-this-device", "failed"] as const;

/** What is true of both: the worse of the two, with the changes of both. */
function worse(one: SaveStateValue, other: SaveStateValue): SaveStateValue {
  if (one.kind === "on-this-device" && other.kind === "on-this-device")
    return { kind: "on-this-device", changes: one.changes + other.changes };
  return gravity.indexOf(one.kind) > gravity.indexOf(other.kind) ? one : other;
}
