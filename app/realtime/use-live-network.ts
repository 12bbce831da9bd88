// Keeps the screens of a network true: what happened is announced, and the loaders that show it are asked again.
import { useEffect, useRef } from "react";
import type { Announcement } from "~/domain/activity/activity";
import { connection, keepSaying, onReconnect } from "./connection";
import { serverAnswers } from "./server-answers";
import { useAskAgain } from "./use-ask-again";

/** Announcements that come within so many ms of the first one are answered together. */
const debounce = 60;
/** The same for a step of a deliverable, which is one change and comes alone. */
const atOnce = 10;
/** The same for what a part of the screen asks for by itself, at once: the rest follows. */
const afterwards = 1_000;
/** The same for a text that this screen shows nothing of: while somebody writes, it is saved every two seconds. A list of tasks does. */
const patience = 5_000;

/** Asks by itself for what the announcement is about, if it shows that; answers whether it does. */
type Taker = (announcement: Announcement) => boolean;

const takers = new Set<Taker>();

/** Has a part of the screen hear of what happened before all of the screen is asked for again. Answers what ends that. */
export function takeAtOnce(taker: Taker): () => void {
  takers.add(taker);
  return () => takers.delete(taker);
}

/**
 * Watches the network while mounted; without one, only what concerns oneself. `announced` came with what the screen shows: what happened
 * before the line stood is caught up with. `concerns` may leave out what this screen does not show.
 */
export function useLiveNetwork(
  network: string | null,
  announced: string,
  concerns: (announcement: Announcement) => boolean = () => true,
): void {
  const askAgain = useAskAgain();
  const latest = useRef({ concerns, announced });
  latest.current = { concerns, announced };

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** When the timer ends, ms. */
    let due = Infinity;
    const within = (wait: number) => {
      if (Date.now() + wait >= due) return;
      clearTimeout(timer);
      due = Date.now() + wait;
      timer = setTimeout(() => {
        due = Infinity;
        askAgain();
      }, wait);
    };
    const soon = () => within(debounce);
    const hear = (announcement: Announcement) => {
      if (!latest.current.concerns(announcement)) return;
      const { kind, id } = announcement;
      const { pathname } = window.location;
      const isTaken = [...takers].map((take) => take(announcement)).includes(true);
      const isElsewhere = kind === "document-saved" && !pathname.includes(id) && !pathname.endsWith("/tasks");
      if (isTaken) within(afterwards);
      else within(isElsewhere ? patience : kind.startsWith("deliverable-") ? atOnce : debounce);
    };
    let isOver = false;
    void connection().then((socket) => {
      if (!isOver) socket.on("happened", hear).on("missed", soon);
    });
    const stopSaying =
      network === null
        ? () => {}
        : keepSaying((socket, ack) =>
            socket.emit("watch", { network, announced: latest.current.announced }, ack),
          );
    const stopHearing = onReconnect(() => void serverAnswers().then(soon));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stopSaying();
      stopHearing();
      void connection().then((socket) => socket.off("happened", hear).off("missed", soon));
    };
  }, [network, askAgain]);
}
