// Without a network: the texts that can be opened all the same, and the word that the page comes by itself when it can.
import { useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { textsOnDevice } from "../device-account";
import type { TextRow } from "../device-database";
import { OfflineFrame } from "./offline-frame";
import { useBackOnline } from "./use-back-online";

interface OfflineListProps {
  /** Whose texts are shown; of nobody, none. */
  personId?: string;
  /** The address named a text that is not here. */
  isAbsent?: boolean;
}

export function OfflineList({ personId, isAbsent = false }: OfflineListProps) {
  const t = useT("device");
  const [texts, setTexts] = useState<TextRow[] | null>(null);
  const look = useBackOnline(() => true);
  useEffect(() => {
    if (personId === undefined) return setTexts([]);
    textsOnDevice(personId).then(setTexts, () => setTexts([]));
  }, [personId]);
  if (!texts) return null;
  const named = texts.filter(({ network }) => network !== "");
  return (
    <OfflineFrame
      title={t("offline.title")}
      lead={named.length > 0 ? t("offline.lead") : t("offline.nothing")}
      isNarrow
    >
      {isAbsent && named.length > 0 ? <p className="mt-2">{t("offline.absent")}</p> : null}
      <p className="mt-2 text-quiet">{t("offline.back")}</p>
      {named.length > 0 ? (
        <section className="mt-6" aria-labelledby="texts">
          <h2 id="texts" className="text-section">
            {t("offline.texts")}
          </h2>
          <ul className="mt-2 border-t border-line">
            {named.map(({ document, network, networkName, title, language }) => (
              <li key={document} className="border-b border-line">
                <a className="block py-2.5" href={`/networks/${network}/documents/${document}/edit`}>
                  <span lang={language} className="font-semibold">
                    {title || t("untitled")}
                  </span>
                  <span className="block text-small text-quiet">{networkName}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Button type="button" className="mt-6" onClick={look}>
        {t("offline.again")}
      </Button>
    </OfflineFrame>
  );
}
