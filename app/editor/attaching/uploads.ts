// The files of this window that are on their way into a text or its gallery: some at once, each to be called off.
import type { TakenFile } from "~/domain/files/file";
import { fileLimit } from "~/domain/files/file";
import type { Found } from "./found-files";
import type { Sending, Sent } from "./send-file";

/** A file that is to be sent, by whatever name its window knows it. */
export interface Coming extends Found {
  id: string;
}

export type UploadState =
  | { kind: "waiting" }
  /** `part`: of its bytes, 0 to 1; all of them there, the server looks at it. */
  | { kind: "sending"; part: number }
  /** Taken in: it is placed after those before it. */
  | { kind: "there" }
  | { kind: "no-connection" }
  /** `words`: as the server says it. `mayAgain`: another try may go better. */
  | {
      kind: "refused";
      why: "folder" | "too-large" | "unsaid" | "said";
      words?: string;
      mayAgain: boolean;
    };

export type Upload<One extends Coming = Coming> = One & { state: UploadState };

export interface UploadsOptions<One extends Coming> {
  address: string;
  /** They stay beside the document whether a text names them or not. */
  isKept?: boolean;
  /** How a file is sent; rejects where that cannot be had for want of a connection. */
  sender(): Promise<(file: File, sending: Sending) => Promise<Sent>>;
  /** Each is taken only when those before it are, so that they stand in the order in which they were chosen. */
  isInOrder?: boolean;
  /** It was taken in. */
  onTaken(upload: Upload<One>, file: TakenFile): void;
  /** Its place is to be given up. */
  onDropped(upload: Upload<One>): void;
}

const mostAtOnce = 2;

export class Uploads<One extends Coming> {
  /** Replaced whenever anything changes. */
  all: readonly Upload<One>[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly calledOff = new Map<string, AbortController>();
  /** What is there and waits for those before it, so that the order is the one in which they were chosen. */
  private readonly taken = new Map<string, TakenFile>();

  constructor(private readonly options: UploadsOptions<One>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(coming: readonly One[]): void {
    this.set([...this.all, ...coming.map((one) => ({ ...one, state: atFirst(one) }))]);
    this.goOn();
  }

  /** Called off, or put away once it was refused. */
  drop(id: string): void {
    const upload = this.all.find((one) => one.id === id);
    if (!upload) return;
    this.calledOff.get(id)?.abort();
    this.leave(id);
    this.options.onDropped(upload);
    this.placeNext();
    this.goOn();
  }

  /** Sends those again for which there was no connection, or one that the server could not take. */
  again(id?: string): void {
    for (const { id: one, state } of this.all) {
      const mayAgain = state.kind === "no-connection" || (id === one && state.kind === "refused");
      if (mayAgain && (id === undefined || id === one)) this.say(one, { kind: "waiting" });
    }
    this.goOn();
  }

  /** Everything is called off; whoever asks places nothing more. */
  close(): void {
    for (const stop of this.calledOff.values()) stop.abort();
    this.all = [];
    this.listeners.clear();
  }

  private goOn(): void {
    const isUnderWay = ({ id }: Coming) => this.calledOff.has(id);
    const free = mostAtOnce - this.all.filter(isUnderWay).length;
    const waiting = this.all.filter((one) => one.state.kind === "waiting" && !isUnderWay(one));
    for (const upload of waiting.slice(0, Math.max(0, free))) void this.send(upload);
  }

  private async send({ id, file }: Coming): Promise<void> {
    const stop = new AbortController();
    this.calledOff.set(id, stop);
    this.say(id, { kind: "sending", part: 0 });
    const sent = await this.options
      .sender()
      .then((send) =>
        send(file, {
          address: this.options.address,
          isKept: this.options.isKept ?? false,
          onProgress: (part) => this.say(id, { kind: "sending", part }),
          signal: stop.signal,
        }),
      )
      .catch((): Sent => ({ kind: "no-connection" }));
    this.calledOff.delete(id);
    if (stop.signal.aborted) return;
    if (sent.kind === "taken") {
      this.taken.set(id, sent.file);
      this.say(id, { kind: "there" });
      this.placeNext();
    } else this.say(id, told(sent));
    this.goOn();
  }

  /** Those that are there, up to the first that is still on its way. */
  private placeNext(): void {
    for (const upload of this.all) {
      const file = this.taken.get(upload.id);
      if (file) {
        this.taken.delete(upload.id);
        this.leave(upload.id);
        this.options.onTaken(upload, file);
      } else if (this.options.isInOrder && isOnItsWay(upload)) return;
    }
  }

  private leave(id: string): void {
    this.taken.delete(id);
    this.set(this.all.filter((one) => one.id !== id));
  }

  private say(id: string, state: UploadState): void {
    this.set(this.all.map((one) => (one.id === id ? { ...one, state } : one)));
    if (state.kind === "refused" || state.kind === "no-connection") this.placeNext();
  }

  private set(all: readonly Upload<One>[]): void {
    this.all = all;
    for (const listener of this.listeners) listener();
  }
}

function isOnItsWay({ state: { kind } }: Upload): boolean {
  return kind === "waiting" || kind === "sending";
}

function atFirst({ file, isFolder }: Coming): UploadState {
  if (isFolder) return { kind: "refused", why: "folder", mayAgain: false };
  if (file.size > fileLimit) return { kind: "refused", why: "too-large", mayAgain: false };
  return { kind: "waiting" };
}

function told(sent: Exclude<Sent, { kind: "taken" }>): UploadState {
  if (sent.kind === "no-connection") return sent;
  return { ...sent, why: sent.words === undefined ? "unsaid" : "said" };
}
