// What every page does for the texts on this device: it knows whose they are, lets go what must go, and asks before signing out.
import { startTransition, Suspense, useEffect, useState } from "react";
import { later } from "~/ui/later";
import { useReader } from "~/ui/use-reader";
import { hasAnythingHere, hasTextsHere, markReader } from "./device-marks";
import type { SigningOutProps } from "./signing-out";

const SigningOut = later<SigningOutProps>(async () => (await import("./signing-out")).SigningOut);

const editing = /^\/networks\/[^/]+\/documents\/[^/]+\/edit\/?$/;

/** Stands once in the page. All it needs beside is fetched when there is something on the device, or somebody begins to write. */
export function DeviceWatch({ pathname }: { pathname: string }) {
  const { person, language, colours, requestNumber } = useReader();
  const isEditing = editing.test(pathname) && person !== null;
  const [leaving, setLeaving] = useState<Pick<SigningOutProps, "form" | "submitter"> | null>(null);
  const id = person?.id;
  // Where even the page's root failed, nobody knows who reads.
  const isKnown = requestNumber !== "";

  useEffect(() => {
    if (isKnown) markReader(id === undefined ? null : { id, language, colours }, isEditing);
  }, [isKnown, id, language, colours, isEditing]);

  useEffect(() => {
    if (id === undefined || !hasTextsHere(id)) return;
    return whenQuiet(() => import("./device-sweep").then(({ sweepDevice }) => sweepDevice(id)));
  }, [id]);

  useEffect(() => {
    if (!isEditing || !import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    return whenQuiet(() => navigator.serviceWorker.register("/service-worker.js"));
  }, [isEditing]);

  useEffect(() => {
    if (id === undefined) return;
    const hear = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented || mayLeave.has(form)) return;
      if (new URL(form.action).pathname !== "/sign-out" || !hasAnythingHere(id)) return;
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      startTransition(() => setLeaving({ form, submitter }));
    };
    window.addEventListener("submit", hear, true);
    return () => window.removeEventListener("submit", hear, true);
  }, [id]);

  if (!leaving || id === undefined) return null;
  const leave = () => {
    mayLeave.add(leaving.form);
    leaving.form.requestSubmit(leaving.submitter);
    mayLeave.delete(leaving.form);
  };
  return (
    <Suspense>
      <SigningOut {...leaving} personId={id} onStay={() => setLeaving(null)} onLeave={leave} />
    </Suspense>
  );
}

/** Forms that sign out now: what they would take is gone already. */
const mayLeave = new WeakSet<HTMLFormElement>();

/** Does it when the page is loaded and the browser has nothing else to do; what fails is tried by the next page. */
function whenQuiet(work: () => Promise<unknown>): () => void {
  let isOver = false;
  const run = () => {
    if (!isOver) work().catch(() => undefined);
  };
  const wait = () =>
    "requestIdleCallback" in window ? requestIdleCallback(run, { timeout: 5_000 }) : setTimeout(run, 1_000);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    isOver = true;
    window.removeEventListener("load", wait);
  };
}
