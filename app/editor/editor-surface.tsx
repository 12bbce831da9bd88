// The co-editor: tools, the text that several write, its outline, and what one asks of it.
import type { Editor } from "@tiptap/core";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { useT } from "~/i18n/use-t";
import { classNames } from "~/ui/class-names";
import type { Later } from "~/ui/later";
import { createEditor } from "./create-editor";
import type { Asked } from "./extensions/offering";
import { FindBar } from "./find-bar";
import { LinkDialog } from "./link-dialog";
import { MarkdownSource } from "./markdown-source";
import { Offers, type SearchOffers } from "./offers";
import { LossesSeen } from "./losses";
import { Outline, OutlineMenu } from "./outline";
import { Toolbar } from "./toolbar";
import { useAttaching } from "./attaching/use-attaching";
import { useDroppedBeside } from "./attaching/use-dropped-beside";
import { useKeys } from "./use-keys";
import { RemarkButton } from "./remarks/remark-button";
import type { RemarksOfWritingProps } from "./remarks/remarks-of-writing";
import { useRemarking } from "./remarks/use-remarking";
import { CaretWriter } from "./who-wrote/caret-writer";
import { TellButton } from "./who-wrote/tell-button";
import { useTelling } from "./who-wrote/use-telling";
import type { WhoWroteProps } from "./who-wrote/who-wrote";
import { WordCount } from "./word-count";

export interface EditorSurfaceProps {
  /** Made with `gc: false`; its field `textField` is edited. Not destroyed here. Another one makes another editor. */
  shared: Y.Doc;
  /** Others' carets; `user` of each state is `Writer`, stamped by the server. Here only one's own `cursor` is written. */
  awareness?: Awareness;
  isEditable: boolean;
  /** What a screen reader calls the text, as its title. */
  label: string;
  /** What a file of it is called. */
  title: string;
  /** The language of the text. */
  language: string;
  searchPeople: SearchOffers;
  searchDocuments: SearchOffers;
  /** Where pictures and files of the text are taken in; without it none are. `isOffline`: there is no connection at all. */
  files?: { address: string; isOffline?: boolean };
  /** The document's address, where the server can be asked who wrote what in it, and what shows that. */
  authorship?: { address: string; part: Later<WhoWroteProps> };
  /** What is said about the text: what shows it, for the document of this address, and whether anything is open. */
  remarks?: { address: string; part: Later<RemarksOfWritingProps>; areOpen: boolean } & Pick<
    RemarksOfWritingProps,
    "heard" | "search"
  >;
  /** At the end of the line below the tools, as the state of saving and who is here. */
  side?: ReactNode;
  /** Told of the editor when it is there and when it goes. */
  onEditor?: (editor: Editor | null) => void;
}

export function EditorSurface({
  shared,
  awareness,
  isEditable,
  label,
  title,
  language,
  searchPeople,
  searchDocuments,
  files,
  authorship,
  remarks,
  side,
  onEditor,
}: EditorSurfaceProps) {
  const t = useT("editor");
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [open, setOpen] = useState<"link" | "find" | "markdown" | null>(null);
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const placeholder = t("placeholder");
  const attaching = useAttaching(files);
  const { attachingOptions, pictureOptions } = attaching;
  // A long text is not styled once for reading and at once again for writing.
  const isEditableAtFirst = useRef(isEditable);
  isEditableAtFirst.current = isEditable;

  useEffect(() => {
    const made = createEditor({
      shared,
      awareness,
      element: place.current,
      isEditable: isEditableAtFirst.current,
      label,
      language,
      placeholder,
      offering: { onAsked: setAsked, onKey: (event) => keys.current?.(event) ?? false },
      attaching: attachingOptions,
      picture: pictureOptions,
    });
    setEditor(made);
    return () => {
      setEditor(null);
      setAsked(null);
      made.destroy();
    };
  }, [shared, awareness, label, language, placeholder, attachingOptions, pictureOptions]);

  useEffect(() => editor?.setEditable(isEditable, false), [editor, isEditable]);
  useEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);

  const close = useCallback(() => setOpen(null), []);
  const wasOpen = useRef(open);
  // A dialog gives the focus back to the text and leaves the caret behind: whoever goes on writing would write nowhere.
  useEffect(() => {
    if (wasOpen.current !== null && open === null) editor?.view.focus();
    wasOpen.current = open;
  }, [editor, open]);

  const telling = useTelling(authorship?.part);
  const remarking = useRemarking(remarks?.part, remarks?.areOpen ?? false);
  const isMarked = () => editor !== null && !editor.state.selection.empty;
  const remark = () => (isMarked() ? remarking.ask() : remarking.toggle());
  const isRemarking = remarks !== undefined && remarking.isShown;
  const surface = useRef<HTMLDivElement>(null);
  useDroppedBeside(surface, editor, isEditable ? attaching.take : undefined);
  useKeys(surface, (event) => {
    const isMod = event.ctrlKey !== event.metaKey && !event.altKey;
    const key = event.key.toLowerCase();
    const tool = surface.current?.querySelector<HTMLElement>("[role=toolbar] [tabindex='0']");
    if (isMod && event.shiftKey && key === "f") setOpen("find");
    else if (isMod && event.shiftKey && key === "k" && isEditable) setOpen("link");
    else if (event.altKey && event.key === "F10" && tool) tool.focus();
    else if (event.altKey && event.key === "F9" && authorship) telling.toggle();
    else if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === "KeyM" && remarks) remark();
    else return false;
    return true;
  });

  return (
    <div ref={surface} className={classNames("editor", isRemarking && "editor-remarking")}>
      <div className="editor-head">
        {editor && isEditable ? (
          <Toolbar
            editor={editor}
            isFinding={open === "find"}
            onLink={() => setOpen("link")}
            onFind={() => (open === "find" ? close() : setOpen("find"))}
            onMarkdown={() => setOpen("markdown")}
            onAttach={attaching.choose}
            onTell={authorship ? telling.toggle : undefined}
            isTelling={telling.isTelling}
            onRemark={remarks ? remark : undefined}
            isRemarking={isRemarking}
          />
        ) : null}
        {editor && open === "find" ? <FindBar editor={editor} onClose={close} /> : null}
        <div className="editor-line">
          {editor ? (
            <span className="editor-told">
              <OutlineMenu editor={editor} />
              <WordCount editor={editor} language={language} />
              <LossesSeen editor={editor} onOpen={() => setOpen("markdown")} />
              {isEditable || !authorship ? null : (
                <TellButton isTelling={telling.isTelling} onTell={telling.toggle} />
              )}
              {isEditable || !remarks ? null : <RemarkButton isRemarking={isRemarking} onRemark={remark} />}
            </span>
          ) : null}
          {side}
        </div>
        {editor && authorship && telling.isTelling ? <CaretWriter editor={editor} /> : null}
      </div>
      {editor && authorship && telling.isTelling ? (
        <authorship.part {...{ editor, shared, awareness, language }} address={authorship.address} />
      ) : null}
      <div className="editor-body">
        <div ref={place} className="editor-place" />
        {editor && remarks && isRemarking ? (
          <remarks.part
            {...{ editor, shared, address: remarks.address }}
            heard={remarks.heard}
            search={remarks.search}
            asked={remarking.asked}
          />
        ) : editor ? (
          <div className="editor-aside">
            <Outline editor={editor} />
          </div>
        ) : null}
      </div>
      {editor && asked && isEditable ? (
        <Offers
          key={asked.kind}
          editor={editor}
          asked={asked}
          search={asked.kind === "person" ? searchPeople : searchDocuments}
          keys={keys}
        />
      ) : null}
      {editor && attaching.children(editor)}
      {editor ? (
        <>
          <LinkDialog editor={editor} isOpen={open === "link" && isEditable} onClose={close} />
          <MarkdownSource editor={editor} title={title} isOpen={open === "markdown"} onClose={close} />
        </>
      ) : null}
    </div>
  );
}
