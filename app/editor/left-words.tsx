// Where the right to write has ended: what its writer had on this device and nobody has taken, for copying.
import { Aside } from "./text-notices";
import { useTextSession } from "./use-text-session";

export interface LeftWordsProps {
  network: string;
  document: string;
  personId: string;
}

/** Asks the server once more, which refuses what is left here; nothing where there is nothing. */
export function LeftWords({ network, document, personId }: LeftWordsProps) {
  const open = useTextSession({ network, document }, personId, nothingKnown);
  if (!open || open.view.aside.length === 0) return null;
  const { session, view } = open;
  return (
    <div className="text-notices">
      {view.aside.map((words, index) => (
        <Aside key={`${words.key} ${index}`} words={words} onDrop={() => void session.drop(words)} />
      ))}
    </div>
  );
}

const nothingKnown = { network: "", networkName: "", title: "", language: "" };
