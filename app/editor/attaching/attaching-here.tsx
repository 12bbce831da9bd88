// The files on their way into this text and the picture whose words are asked for: each shown in its place in the text.
import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { TakenFile } from "~/domain/files/file";
import { useT } from "~/i18n/use-t";
import { fileAddress } from "~/text/file-addresses";
import { announce } from "~/ui/live-region";
import { freePlace, type Held, holdAgain, putInPlace } from "../extensions/attaching";
import type { PictureView } from "../picture-view";
import { DescribePicture } from "./describe-picture";
import type { AttachingInbox } from "./inbox";
import { UploadRow } from "./upload-row";
import { type Upload, Uploads } from "./uploads";
import { useUploads } from "./use-uploads";

export interface AttachingHereProps {
  editor: Editor;
  inbox: AttachingInbox;
  /** Where the document's files are taken in and told about. */
  address: string;
  /** Without a connection at all, as on the page of what is on the device. */
  isOffline: boolean;
}

interface Described {
  picture: PictureView;
  isFocused: boolean;
}

export function AttachingHere({ editor, inbox, address, isOffline }: AttachingHereProps) {
  const t = useT("editor");
  const [asked, setAsked] = useState<readonly Described[]>([]);
  /** From the moment a form is wanted, before it is shown. */
  const isAsking = useRef(false);
  useEffect(() => {
    isAsking.current = asked.length > 0;
  }, [asked]);
  /** Files that came in here and of which nothing is known yet. */
  const fresh = useRef(new Set<string>());
  const words = useRef(t);
  words.current = t;
  const editorNow = useRef(editor);
  const [uploads] = useState(
    () =>
      new Uploads<Held>({
        address,
        isInOrder: true,
        sender: async () => {
          if (isOffline) throw new Error("no connection");
          return (await import("./send-file")).sendFile;
        },
        onDropped: ({ id }) => freePlace(editorNow.current.view, id),
        onTaken: (upload, file) => {
          const { current: editor } = editorNow;
          const isFocused = !isAsking.current && inbox.isStill(editor.view);
          const picture = placed(editor, upload, file, isFocused);
          if (isFocused) inbox.remember(editor.view);
          if (picture) {
            fresh.current.add(file.id);
            isAsking.current = true;
            setAsked((before) => [...before, { picture, isFocused }]);
          }
          if (picture !== null) announce(words.current("attaching.in", { name: file.name }));
        },
      }),
  );
  useEffect(() => {
    // The text was begun anew, under another editor: what is on its way goes there.
    if (editorNow.current !== editor && uploads.all.length > 0) holdAgain(editor.view, uploads.all);
    editorNow.current = editor;
  }, [editor, uploads]);
  useEffect(
    () =>
      inbox.open({
        files: (held) => uploads.add(held),
        describe: (picture) =>
          setAsked((before) => [
            { picture, isFocused: true },
            ...before.filter((one) => one.picture !== picture),
          ]),
        gone: (picture) => setAsked((before) => before.filter((one) => one.picture !== picture)),
      }),
    [inbox, uploads],
  );
  const all = useUploads(uploads, isOffline);

  const [now] = asked;
  const done = useCallback((picture: PictureView, hadFocus: boolean, isKept: boolean) => {
    if (isKept) fresh.current.delete(fileOf(picture));
    setAsked((before) =>
      before
        .filter((one) => one.picture !== picture)
        .map((one, index) => (index === 0 ? { ...one, isFocused: hadFocus } : one)),
    );
    if (hadFocus) picture.select();
  }, []);
  return (
    <>
      {all.map((upload) =>
        createPortal(
          <UploadRow
            upload={upload}
            isOffline={isOffline}
            onDrop={() => {
              uploads.drop(upload.id);
              editor.view.focus();
            }}
            onAgain={() => uploads.again(upload.id)}
          />,
          upload.element,
          upload.id,
        ),
      )}
      {now
        ? createPortal(
            <DescribePicture
              picture={now.picture}
              address={isOffline ? undefined : address}
              isFocused={now.isFocused}
              isNew={fresh.current.has(fileOf(now.picture))}
              onDone={({ hadFocus, isKept }) => done(now.picture, hadFocus, isKept)}
            />,
            now.picture.place,
            fileOf(now.picture),
          )
        : null}
    </>
  );
}

const fileOf = ({ node }: PictureView) => String(node.attrs.file);

/** A picture, or a link by the file's name in a paragraph of its own. */
function placed(editor: Editor, { id }: Upload, file: TakenFile, isSelected: boolean) {
  const { schema, view } = editor;
  const { link } = schema.marks;
  const { paragraph, picture } = schema.nodes;
  if (!link || !paragraph || !picture) return null;
  if (file.picture)
    return putInPlace(view, id, picture.create({ file: file.id, ...file.picture }), isSelected);
  const words = schema.text(file.name, [link.create({ href: fileAddress(file.id) })]);
  return putInPlace(view, id, paragraph.create(null, words), isSelected);
}
