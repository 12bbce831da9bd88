// The text on the writing screen: read as always until the editor is there.
import { useFetcher, useParams } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { LiveTextLater } from "~/editor/editor-later";
import type { DocumentToWrite } from "~/domain/documents/reading.server";
import { useT } from "~/i18n/use-t";
import { onReconnect } from "~/realtime/connection";
import { Notice } from "~/ui/notice";
import { ShownText } from "~/ui/page-text";
import type { PageText } from "~/domain/documents/page-text";
import type { SaveStateValue } from "~/ui/save-state";
import { StateAlone } from "~/ui/state-alone";
import { useReader } from "~/ui/use-reader";
import { namesOffered, titlesOffered } from "./offered-names";

interface WrittenTextProps {
  document: DocumentToWrite;
  /** For whom the page was opened. */
  by: string;
  title: string;
  networkName: string;
  /** As it is read. */
  text: PageText;
  headState: SaveStateValue;
  /** Whether any remark is open, another value whenever something may have been said, and the end of the page's address. */
  said: { areOpen: boolean; heard: unknown; search: string };
  onState: (state: SaveStateValue) => void;
}

export function WrittenText({
  document,
  by,
  title,
  networkName,
  text,
  headState,
  said,
  onState,
}: WrittenTextProps) {
  const t = useT("session", "documents");
  const { network = "" } = useParams();
  const { person } = useReader();
  const { submit } = useFetcher();
  const [state, setState] = useState<"fetching" | "there" | "unreachable">("fetching");
  /** As it was when the screen was opened: what others write comes by the line. */
  const [readAtFirst] = useState(text);
  useEffect(() => {
    const fetch = () =>
      LiveTextLater.fetch().then(
        () => setState("there"),
        () => setState("unreachable"),
      );
    void fetch();
    return onReconnect(() => void fetch());
  }, []);
  const searchPeople = useMemo(() => namesOffered(network), [network]);
  const searchDocuments = useMemo(() => titlesOffered(network, document.id), [network, document.id]);
  const { id, language } = document;
  const reading = (
    <>
      {state === "unreachable" ? (
        <div className="mb-4">
          <Notice tone="soon">{t("unreachable")}</Notice>
        </div>
      ) : null}
      {readAtFirst.mark === "" ? (
        <p className="text-quiet">{t("documents:read.emptyText")}</p>
      ) : (
        <ShownText text={readAtFirst} lang={language} />
      )}
    </>
  );
  if (state !== "there" || !person)
    return (
      <div>
        <StateAlone state={headState} />
        {reading}
      </div>
    );
  return (
    <div>
      <LiveTextLater
        document={id}
        personId={person.id}
        about={{ network, networkName, title, language }}
        label={t("documents:field.text")}
        headState={headState}
        onState={onState}
        onSuccessor={() => submit({ intent: "continue", by }, { method: "post" })}
        searchPeople={searchPeople}
        searchDocuments={searchDocuments}
        said={said}
        reading={reading}
        markdown={document.text}
      />
    </div>
  );
}
