// Keeps the screens of a network true: what happened is announced, and the loaders that show it are asked again.
import { useEffect, useRef } from "react";
import { useFetchers, useNavigation, useRevalidator } from "@remix-run/react";
import type { Announcement } from "~/domain/activity/activity";
import { connection, keepSaying, onReconnect } from "./connection";
import { serverAnswers } from "./server-answers";

/** Announcements that come within so many ms of the first one are answered together. */
const debounce = 60;
/** The same for a text that this screen does not show: while somebody writes, it is saved every two seconds. */
const patience = 5_000;

/**
 * Watches the network while mounted; without one, only what concerns oneself. `announced` came with what the screen shows: what happened
 * before the line stood is caught up with. `concerns` may leave out what this screen does not show.
 */
export function useLiveNetwork(
  network: string | null,
  announced: string,
  concerns: (announcement: Announcement) => boolean = () => true,
): void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const underWay = useFetchers();
  // A form or a change of screen under way asks the loaders itself: what asks them meanwhile would cut it off, and a form that leads
  // elsewhere when it is done would lead nowhere.
  const isIdle = state === "idle" && navigation.state === "idle" && underWay.length === 0;
  const latest = useRef({ revalidate, concerns, isIdle, announced, isWanted: false });
  latest.current = { ...latest.current, revalidate, concerns, isIdle, announced };

  useEffect(() => {
    // What is announced while the loaders are being asked may be missing from their answers: ask once more. Looked at after every
    // rendering: React may leave one out in which the loaders were being asked, and then nothing changes from one to the next.
    if (isIdle && latest.current.isWanted && isRouterIdle()) {
      latest.current.isWanted = false;
      revalidate();
    }
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** When the timer ends, ms. */
    let due = Infinity;
    const refresh = () => {
      if (latest.current.isIdle && isRouterIdle()) latest.current.revalidate();
      else latest.current.isWanted = true;
    };
    const within = (wait: number) => {
      if (Date.now() + wait >= due) return;
      clearTimeout(timer);
      due = Date.now() + wait;
      timer = setTimeout(() => {
        due = Infinity;
        refresh();
      }, wait);
    };
    const soon = () => within(debounce);
    const hear = (announcement: Announcement) => {
      if (!latest.current.concerns(announcement)) return;
      const { kind, id } = announcement;
      within(kind === "document-saved" && !window.location.pathname.includes(id) ? patience : debounce);
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
  }, [network]);
}

/** What the framework itself knows at this instant; what has been rendered may be a moment behind it. */
function isRouterIdle(): boolean {
  const state = (window as { __remixRouter?: { state: RouterState } }).__remixRouter?.state;
  if (!state) return true;
  const { navigation, revalidation, fetchers } = state;
  return (
    navigation.state === "idle" &&
    revalidation === "idle" &&
    [...fetchers.values()].every((fetcher) => fetcher.state === "idle")
  );
}

interface RouterState {
  navigation: { state: string };
  revalidation: string;
  fetchers: Map<string, { state: string }>;
}
