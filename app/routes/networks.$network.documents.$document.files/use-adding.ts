// Files added to the gallery by this window: chosen, dropped anywhere on the page or pasted, each sent by itself.
import { useEffect, useState } from "react";
import { foundIn, type Found } from "~/editor/attaching/found-files";
import { type Coming, type Upload, Uploads } from "~/editor/attaching/uploads";
import { useUploads } from "~/editor/attaching/use-uploads";
import { useAskAgain } from "~/realtime/use-ask-again";

interface Adding {
  all: readonly Upload[];
  /** Those that were taken in since something was chosen last. */
  added: number;
  add(found: readonly Found[]): void;
  drop(id: string): void;
  again(id: string): void;
}

export function useAdding(address: string): Adding {
  const [added, setAdded] = useState(0);
  // Two that come in one after the other: the second would cut off what is asked for because of the first.
  const askAgain = useAskAgain();
  const [uploads] = useState(
    () =>
      new Uploads<Coming>({
        address,
        isKept: true,
        sender: async () => (await import("~/editor/attaching/send-file")).sendFile,
        onDropped: () => undefined,
        onTaken: () => {
          setAdded((before) => before + 1);
          askAgain();
        },
      }),
  );
  const all = useUploads(uploads);
  const [add] = useState(() => (found: readonly Found[]) => {
    if (found.length === 0) return;
    if (uploads.all.every(({ state }) => state.kind === "refused")) setAdded(0);
    uploads.add(found.map((one) => ({ ...one, id: crypto.randomUUID() })));
  });
  useEffect(() => {
    const stop = new AbortController();
    const take = (event: Event, data: DataTransfer | null) => {
      if (event.defaultPrevented || !data?.types.includes("Files") || isField(event.target)) return;
      event.preventDefault();
      // Dragged over the page, nothing can be read of it yet.
      if (event.type !== "dragover") add(foundIn(data));
    };
    const { signal } = stop;
    document.addEventListener("dragover", (event) => take(event, event.dataTransfer), { signal });
    document.addEventListener("drop", (event) => take(event, event.dataTransfer), { signal });
    document.addEventListener("paste", (event) => take(event, event.clipboardData), { signal });
    return () => stop.abort();
  }, [add]);
  return {
    ...{ all, added, add },
    drop: (id) => uploads.drop(id),
    again: (id) => uploads.again(id),
  };
}

/** A browser knows itself what to do there with files, and with what is pasted. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea") !== null;
}
