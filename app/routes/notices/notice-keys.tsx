// The notices by key: j and k go from one to the next, e deals with it, u marks it, s puts it off, Enter opens it.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useReader } from "~/ui/use-reader";
import { useShortcuts } from "~/ui/use-shortcuts";

const KeysList = lazy(async () => ({ default: (await import("./keys-list")).KeysList }));

/** `ids`: the notices as they stand under each other. */
export function NoticeKeys({ ids }: { ids: readonly string[] }) {
  const [isListOpen, setListOpen] = useState(false);
  const hasSingleKeys = useReader().person?.hasShortcuts ?? false;
  /** The place of the notice one is at; whoever takes it away, by key or by button, is at the one that comes into its place. */
  const place = useRef(-1);
  const isMoving = useRef(false);
  const all = ids.join(" ");
  useEffect(() => {
    const note = ({ target }: SubmitEvent) => {
      const here = placeOf(target instanceof Element ? target : null);
      if (here === undefined) return;
      place.current = here;
      isMoving.current = true;
    };
    document.addEventListener("submit", note);
    return () => document.removeEventListener("submit", note);
  }, []);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    // Nothing is taken from whoever has gone elsewhere meanwhile.
    if (document.activeElement !== document.body) return;
    place.current = Math.min(place.current, ids.length - 1);
    if (place.current < 0) document.querySelector<HTMLElement>("main [aria-current]")?.focus();
    else focusAt(place.current);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the ids as one text
  }, [all]);
  const go = (by: 1 | -1) => {
    const here = placeOf(document.activeElement);
    place.current = Math.max(0, Math.min((here ?? place.current) + by, ids.length - 1));
    focusAt(place.current);
  };
  const press = (button: string) => {
    const here = placeOf(document.activeElement);
    if (here !== undefined) rows()[here]?.querySelector<HTMLElement>(button)?.click();
  };
  useShortcuts(
    [
      { keys: "j", run: () => go(1) },
      { keys: "k", run: () => go(-1) },
      { keys: "e", run: () => press("button[value=done], button[value=reopen]") },
      { keys: "u", run: () => press("button[value=read], button[value=unread]") },
      { keys: "s", run: () => putOff() },
      { keys: "?", run: () => setListOpen(true) },
    ],
    hasSingleKeys,
  );
  if (!isListOpen) return null;
  return (
    <Suspense fallback={null}>
      <KeysList onClose={() => setListOpen(false)} hasSingleKeys={hasSingleKeys} />
    </Suspense>
  );
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-notice]")];
}

function placeOf(element: Element | null): number | undefined {
  const row = element?.closest<HTMLElement>("[data-notice]");
  const at = row ? rows().indexOf(row) : -1;
  return at < 0 ? undefined : at;
}

function focusAt(place: number): void {
  rows()[place]?.querySelector<HTMLElement>(".notice-open")?.focus();
}

/** Opens the choice until when. */
function putOff(): void {
  const row = document.activeElement?.closest("[data-notice]");
  const choice = row?.querySelector("details");
  if (!choice) return;
  choice.open = true;
  choice.querySelector("button")?.focus();
}
