// Pictures and files for the text on this screen: chosen by the button, pasted or dropped, and what stands in the text for them.
import type { Editor } from "@tiptap/core";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useT } from "~/i18n/use-t";
import { type AttachingOptions, holdPlaces } from "../extensions/attaching";
import type { PictureOptions } from "../extensions/picture";
import { AttachingHere } from "./attaching-here";
import type { Found } from "./found-files";
import { AttachingInbox } from "./inbox";

interface AttachingOfText {
  /** Undefined where no files are taken in. */
  attachingOptions: AttachingOptions | undefined;
  pictureOptions: PictureOptions;
  /** Opens the browser's own choice of files. */
  choose: (() => void) | undefined;
  /** Takes these where the caret is. */
  take: (editor: Editor, found: readonly Found[]) => void;
  children(editor: Editor): ReactNode;
}

export function useAttaching(files: { address: string; isOffline?: boolean } | undefined): AttachingOfText {
  const t = useT("editor");
  const [isWanted, setWanted] = useState(false);
  const [inbox] = useState(() => new AttachingInbox(() => setWanted(true)));
  const chooser = useRef<HTMLInputElement>(null);
  const editorNow = useRef<Editor | null>(null);
  const isTaken = files !== undefined;
  const attachingOptions = useMemo<AttachingOptions | undefined>(
    () =>
      isTaken
        ? {
            onFiles: (held) => {
              if (editorNow.current) inbox.remember(editorNow.current.view);
              inbox.files(held);
            },
          }
        : undefined,
    [inbox, isTaken],
  );
  const pictureOptions = useMemo<PictureOptions>(
    () => ({
      words: {
        described: t("picture.described"),
        undescribed: t("picture.undescribed"),
        describe: t("picture.describe"),
        change: t("picture.change"),
        unseen: t("picture.unseen"),
      },
      onDescribe: (picture) => inbox.describe(picture),
      onGone: (picture) => inbox.gone(picture),
    }),
    [t, inbox],
  );
  const take = useCallback(
    (editor: Editor, found: readonly Found[]) => {
      if (found.length === 0 || !attachingOptions) return;
      editor.view.focus();
      attachingOptions.onFiles(holdPlaces(editor.view, found, editor.state.selection.to));
    },
    [attachingOptions],
  );
  // Chosen once more, a file is another choice.
  const chosen = (editor: Editor, input: HTMLInputElement) => {
    const found = [...(input.files ?? [])].map((file) => ({ file, isFolder: false }));
    input.value = "";
    take(editor, found);
  };
  return {
    attachingOptions,
    pictureOptions,
    choose: isTaken ? () => chooser.current?.click() : undefined,
    take,
    children: (editor) => (
      <Here editor={editor} now={editorNow}>
        {isTaken ? (
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            tabIndex={-1}
            aria-label={t("tool.attach")}
            onChange={({ currentTarget }) => chosen(editor, currentTarget)}
          />
        ) : null}
        {isWanted ? (
          <AttachingHere
            key={files?.address}
            editor={editor}
            inbox={inbox}
            address={files?.address ?? ""}
            isOffline={files?.isOffline ?? false}
          />
        ) : null}
      </Here>
    ),
  };
}

interface HereProps {
  editor: Editor;
  now: { current: Editor | null };
  children: ReactNode;
}

/** The editor of this moment: what is pasted is told of by the editor itself, before it is on the screen. */
function Here({ editor, now, children }: HereProps) {
  useEffect(() => {
    now.current = editor;
    return () => {
      now.current = null;
    };
  }, [editor, now]);
  return children;
}
