// The browser's end of the socket: one per window, loaded after the page is readable, back by itself after every loss.
import type { Socket } from "socket.io-client";
import type { Ack, ToBrowser, ToServer } from "./protocol";

export type ConnectionState = "connecting" | "connected" | "lost";

type BrowserSocket = Socket<ToBrowser, ToServer>;
type Listener = () => void;

let socket: Promise<BrowserSocket> | undefined;
let state: ConnectionState = "connecting";
const stateListeners = new Set<Listener>();
const reconnectListeners = new Set<Listener>();
/** Accounts that were closed while their windows were open. */
const closedAccounts = new Set<string>();

/** The window's socket. The first caller opens it. */
export function connection(): Promise<BrowserSocket> {
  return (socket ??= connect());
}

/** How long a page that is being left may take to be gone, ms. */
const leaving = 5_000;

async function connect(): Promise<BrowserSocket> {
  let leftAt = -Infinity;
  window.addEventListener("beforeunload", () => (leftAt = Date.now()));
  const { io } = await import("socket.io-client");
  const opened: BrowserSocket = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    closeOnBeforeunload: true,
  });
  let hasBeenLost = false;
  opened.on("happened", ({ kind, id }) => {
    if (kind === "person-deactivated") closedAccounts.add(id);
  });
  opened.on("connect", () => {
    setState("connected");
    if (hasBeenLost) tellReconnected();
  });
  opened.on("disconnect", (reason) => {
    hasBeenLost = true;
    setState("lost");
    // Cut by the server: a role or the session changed. Come back and be judged afresh; if refused, the page finds out why.
    if (reason === "io server disconnect") opened.connect();
  });
  opened.on("connect_error", (error) => {
    hasBeenLost = true;
    setState("lost");
    if (opened.active) return;
    // Refused in words rather than unreachable. The session is over: the page asks once and shows the sign-in. Signing out ends it while
    // the page still waits for the next one: then it is asked only if it is still there.
    if (error.message !== "not-found") setTimeout(() => opened.connect(), 5_000);
    else if (Date.now() - leftAt < leaving) setTimeout(tellReconnected, leaving);
    else tellReconnected();
  });
  window.addEventListener("online", () => {
    if (!opened.connected) opened.connect();
  });
  return opened;
}

function setState(next: ConnectionState): void {
  if (next === state) return;
  state = next;
  for (const listener of stateListeners) listener();
}

/** For useSyncExternalStore. */
export function subscribeToState(listener: Listener): () => void {
  stateListeners.add(listener);
  return () => stateListeners.delete(listener);
}

/** Whether the line stands, is being made, or is lost. */
export function connectionState(): ConnectionState {
  return state;
}

/** Whether this window has heard that the account is closed: then signing in again is no way on. */
export function isAccountClosed(personId: string): boolean {
  return closedAccounts.has(personId);
}

/** Has everything caught up with, as after a loss: whoever is no longer signed in finds out by it. */
export function tellReconnected(): void {
  for (const listener of reconnectListeners) listener();
}

/** Calls back each time the line stands again after a loss, when what was missed has to be caught up with. */
export function onReconnect(listener: Listener): () => void {
  reconnectListeners.add(listener);
  return () => reconnectListeners.delete(listener);
}

/** Sends a message and again after every reconnection, until undone; the answers go to the callback. */
export function keepSaying<Value>(
  say: (to: BrowserSocket, ack: (answer: Ack<Value>) => void) => void,
  onAnswer: (answer: Ack<Value>) => void = () => undefined,
): () => void {
  let isOver = false;
  let leave = () => {};
  void connection().then((to) => {
    if (isOver) return;
    const speak = () => say(to, (answer) => isOver || onAnswer(answer));
    to.on("connect", speak);
    if (to.connected) speak();
    else if (!to.active) to.connect();
    leave = () => to.off("connect", speak);
  });
  return () => {
    isOver = true;
    leave();
  };
}
