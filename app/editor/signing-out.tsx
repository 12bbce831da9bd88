// Before somebody signs out: what on this device would be lost is named, and nothing of theirs stays on it.
import { useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { keptTexts } from "~/ui/kept-text";
import { asideOnDevice, forgetDevice, unsentOnDevice } from "./device-account";

export interface SigningOutProps {
  personId: string;
  form: HTMLFormElement;
  submitter: HTMLElement | null;
  onStay: () => void;
  /** The device holds nothing of the person any more. */
  onLeave: () => void;
}

interface Unsent {
  texts: Array<{ document: string; title: string; changes: number }>;
  /** Titles of what was typed elsewhere and not sent. */
  typed: string[];
  aside: number;
}

/** Asks only where something would be lost. Without a network nobody is signed out, and nothing goes. */
export function SigningOut({ personId, onStay, onLeave }: SigningOutProps) {
  const t = useT("device");
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const isOnline = navigator.onLine;

  useEffect(() => {
    let isOver = false;
    void unsentHere(personId).then((found) => {
      if (isOver) return;
      if (found.texts.length + found.typed.length + found.aside > 0) setUnsent(found);
      else setIsLeaving(true);
    });
    return () => {
      isOver = true;
    };
  }, [personId]);

  useEffect(() => {
    if (!isLeaving) return;
    // What cannot be removed keeps nobody signed in.
    const gone = isOnline ? forgetDevice(personId).catch(() => undefined) : Promise.resolve();
    void gone.then(onLeave).then(onStay);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, with what stood in the page when it began
  }, [isLeaving]);

  if (!unsent || isLeaving) return null;
  return (
    <Dialog
      isOpen
      onClose={onStay}
      title={t("signOut.title")}
      foot={
        <>
          <Button weight="main" type="button" onClick={onStay}>
            {t("signOut.stay")}
          </Button>
          {isOnline ? (
            <Button weight="grave" type="button" onClick={() => setIsLeaving(true)}>
              {t("signOut.discard")}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t("signOut.lead")}</p>
      <ul className="mt-2 list-disc ps-5">
        {unsent.texts.map(({ document, title, changes }) => (
          <li key={document}>{t("signOut.changes", { title: title || t("untitled"), count: changes })}</li>
        ))}
        {unsent.typed.map((title, place) => (
          <li key={place}>{t("signOut.typed", { title: title || t("untitled") })}</li>
        ))}
        {unsent.aside > 0 ? <li>{t("signOut.aside", { count: unsent.aside })}</li> : null}
      </ul>
      {isOnline ? null : <p className="mt-2">{t("signOut.offline")}</p>}
    </Dialog>
  );
}

async function unsentHere(personId: string): Promise<Unsent> {
  const [texts, aside] = await Promise.all([
    unsentOnDevice(personId).catch(() => []),
    asideOnDevice(personId).catch(() => 0),
  ]);
  return { texts, aside, typed: keptTexts(personId).map(({ title }) => title) };
}
