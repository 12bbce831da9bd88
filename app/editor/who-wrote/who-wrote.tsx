// Who wrote what, above the text that is being written: the writers with their signs and shares, of all and of each section.
import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { TracedText } from "~/domain/documents/authorship.server";
import { useT } from "~/i18n/use-t";
import { onReconnect } from "~/realtime/connection";
import { rankedWriters } from "~/ui/authorship/ranked-writers";
import { Shares } from "~/ui/authorship/shares";
import { shownSections } from "~/ui/authorship/shown-sections";
import { signOf, useWriterWords } from "~/ui/authorship/writer-words";
import { Writers } from "~/ui/authorship/writers";
import { useFormat } from "~/ui/use-reader";
import { goToHeading, headingsIn } from "../outline";
import { FollowedWriters, type WritersTold } from "./followed-writers";

export interface WhoWroteProps {
  editor: Editor;
  shared: Y.Doc;
  awareness?: Awareness;
  /** Of the text. */
  language: string;
  /** Of the document. */
  address: string;
}

export function WhoWrote({ editor, shared, awareness, language, address }: WhoWroteProps) {
  const t = useT("authorship", "documents");
  const format = useFormat();
  const say = useWriterWords();
  const [told, setTold] = useState<WritersTold>({ state: "asking", writers: [], marks: [], sections: [] });
  const words = useRef({ format, say });
  words.current = { format, say };
  useEffect(() => {
    const telling = new FollowedWriters({
      ...{ editor, shared, awareness, language },
      ask: (signal) => traced(`${address}/writers`, signal),
      sign: (writer, by) => {
        const { className, style } = signOf(writer, by);
        return {
          className,
          style: style ? `--person: ${style["--person"]}` : "",
          name: words.current.say.full(writer),
        };
      },
      listed: (names) => words.current.format.list(names),
      onTold: setTold,
    });
    const stopHearing = onReconnect(telling.askNow);
    return () => {
      stopHearing();
      telling.close();
    };
  }, [editor, shared, awareness, language, address]);

  const { writers, sections, order, all } = useMemo(() => rankedWriters(told), [told]);
  return (
    <section aria-label={t("documents:whoWrote")} className="wrote-panel">
      <p role="status" className="text-small text-quiet">
        {told.state === "asking" ? t("asking") : told.state === "unreachable" ? t("unreachable") : null}
      </p>
      {all > 0 ? (
        <>
          <Writers writers={writers} signs={order.map((by) => told.marks[by] ?? by)} words={all} />
          {sections.length > 1 ? (
            <Shares
              sections={shownSections(sections)}
              writers={writers}
              language={language}
              onGo={(anchor) => {
                const heading = headingsIn(editor.state.doc).find((one) => one.anchor === anchor);
                if (heading) goToHeading(editor, heading);
              }}
            />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

async function traced(address: string, signal: AbortSignal): Promise<TracedText> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as TracedText;
}
