// Without a network: the texts that can be opened all the same, and the word that the page comes by itself when it can.
import { useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { textsOnDevice, unsentOnDevice } from "../device-account";
import type { TextRow } from "../device-database";
import { OfflineFrame } from "./offline-frame";
import { useBackOnline } from "./use-back-online";

/** A text on this device, and how many changes of it no server has. */
type ListedText = TextRow & { changes: number };

interface OfflineListProps {
  /** Whose texts are shown; of nobody, none. */
  personId?: string;
  /** The address named a text that is not here. */
  isAbsent?: boolean;
}

export function OfflineList({ personId, isAbsent = false }: OfflineListProps) {
  const t = useT("device", "frame");
  const [texts, setTexts] = useState<ListedText[] | null>(null);
  const look = useBackOnline(() => true);
  useEffect(() => {
    if (personId === undefined) return setTexts([]);
    textsListed(personId).then(setTexts, () => setTexts([]));
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
            {named.map(({ document, network, networkName, title, language, changes }) => (
              <li key={document} className="border-b border-line">
                <a className="block py-2.5" href={`/networks/${network}/documents/${document}/edit`}>
                  <span lang={language} className="font-semibold">
                    {title || t("untitled")}
                  </span>
                  <span className="block text-small text-quiet">{networkName}</span>
                  {changes > 0 ? (
                    <span className="flex items-center gap-1.5 text-small font-semibold text-soon">
                      <Icon name="device" size={16} />
                      {t("frame:save.onThisDevice", { count: changes })}
                    </span>
                  ) : null}
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

async function textsListed(personId: string): Promise<ListedText[]> {
  const [texts, unsent] = await Promise.all([textsOnDevice(personId), unsentOnDevice(personId)]);
  const changes = new Map(unsent.map((text) => [text.document, text.changes]));
  return texts.map((text) => ({ ...text, changes: changes.get(text.document) ?? 0 }));
}
