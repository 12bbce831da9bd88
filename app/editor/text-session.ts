// One window's end of a text that is written together: sits down, hears, hands in, keeps what is not acknowledged. See docs/protocol.md.
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { readSync, writeSync } from "~/realtime/text-messages";
import type { TextLine } from "~/realtime/text-line";
import type {
  FullnessTold,
  JoinedText,
  SyncAnswer,
  TextAck,
  TextRefusal,
  TextToClient,
} from "~/realtime/text-protocol";
import { documentSchemaVersion } from "~/text/document-schema";
import { caretsLine, type CaretsLine } from "./carets-line";
import type { DeviceCopy } from "./device-copy";
import { lackedByServer } from "./lacked-by-server";
import { OwnEdits } from "./own-edits";
import { refusedWords } from "./refused-words";

/** Where the text is kept right now. `changes` are one's own that the server does not have. */
export type TextKeeping =
  { kind: "saved" } | { kind: "saving" } | { kind: "on-this-device"; changes: number } | { kind: "failed" };

/** Words that the server refused or that could not be handed in any more, as Markdown, for copying. */
export interface AsideWords {
  /** In the device's copy; null where it stands here only. */
  key: number | null;
  words: string;
}

export interface TextView {
  /** Another one after a refusal. */
  shared: Y.Doc;
  awareness: Awareness;
  /**
   * `opening`: nothing to show yet; `ready`; `outdated`: this editor is older than the server and gets nothing, reload; `gone`: the text may
   * not be read any more, or is no more; `too-long`: it is read only, since as one that is written together it would be too large.
   */
  phase: "opening" | "ready" | "outdated" | "gone" | "too-long";
  mayWrite: boolean;
  keeping: TextKeeping;
  /** Whether the line stands and one has sat down. */
  isSeated: boolean;
  fullness: FullnessTold | null;
  aside: readonly AsideWords[];
  /** Why something was refused; null until something is, or when it was seen. */
  refusal: TextRefusal | null;
}

export interface TextSessionOptions {
  line: TextLine;
  place: { network: string; document: string };
  /** Null where the browser keeps nothing. */
  copy: DeviceCopy | null;
  schema?: number;
}

/** Origins of what was not written here. */
const fromServer = "server";
const fromDevice = "device";
/** Milliseconds: until an answer is given up; until what is handed in and not acknowledged is no longer called *saving*. */
const [answerPatience, savingPatience] = [15_000, 5_000];
/** Between trying again, doubling. */
const [firstWait, longestWait] = [500, 10_000];
/** What others write is kept on the device together, so often. */
const learningPace = 300;

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  // Letter by letter through an iterator, a long text would take a third of a second.
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** Open it, subscribe, read `view`; closed by whoever made it. The device's copy is closed with it, the line is not. */
export class TextSession {
  view: TextView;
  private readonly listeners = new Set<() => void>();
  private readonly own: OwnEdits;
  private carets: CaretsLine;
  /** Raised whenever the seat is another or none: what was begun at an older one is over. */
  private turn = 0;
  private isClosing = false;
  private isOver = false;
  private isDiskWell = true;
  /** The server takes nothing for a while. */
  private isStalled = false;
  private updateLimit = 1_000_000;
  private wait = firstWait;
  private timers: { again?: Timer; send?: Timer; learn?: Timer; late?: Timer; close?: Timer } = {};
  private learned: Uint8Array[] = [];
  /** What has to be done on the device before one sits down again. */
  private settling: Promise<void> = Promise.resolve();
  private readonly hearing: Array<() => void> = [];

  constructor(private readonly options: TextSessionOptions) {
    this.own = new OwnEdits(options.copy, () => this.look());
    this.view = {
      ...this.begun(),
      phase: "opening",
      mayWrite: false,
      keeping: { kind: "saved" },
      isSeated: false,
      fullness: null,
      aside: [],
      refusal: null,
    };
    this.carets = this.caretsOf(this.view.awareness);
  }

  /** Shows what the device has, and sits down as soon as the line stands. */
  async open(): Promise<void> {
    const { copy } = this.options;
    try {
      const [held, aside] = [await copy?.read(), await copy?.readAside()];
      if (this.isOver) return;
      if (held) {
        Y.applyUpdate(this.view.shared, held.text, fromDevice);
        this.own.restore(held.unsent);
        this.look({ phase: "ready", mayWrite: true });
      }
      if (aside) this.look({ aside });
    } catch {
      // Then it is as if the device kept nothing.
    }
    this.listen();
    if (this.options.line.connected) await this.join();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The writer has what was set aside, or does not want it. */
  async drop({ key, words }: AsideWords): Promise<void> {
    this.look({ aside: this.view.aside.filter((one) => one.key !== key || one.words !== words) });
    if (key !== null) await this.options.copy?.dropAside(key).catch(() => undefined);
  }

  /** The writer has seen why something was refused. */
  seen(): void {
    this.look({ refusal: null });
  }

  /** Ends it for the screen at once; what was written last is still handed in, where one has a seat. */
  close(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    this.listeners.clear();
    this.carets.close();
    this.send();
    this.timers.close = setTimeout(() => this.finish(), answerPatience);
    this.finishIfDone();
  }

  private finishIfDone(): void {
    if (this.isClosing && (this.own.isEmpty || !this.view.isSeated)) this.finish();
  }

  private finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.turn += 1;
    for (const stop of this.hearing) stop();
    const { line, place, copy } = this.options;
    if (this.view.isSeated && line.connected)
      line.emit("leave", { document: place.document }, () => undefined);
    this.learnNow();
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.view.awareness.destroy();
    void Promise.all([this.own.settled(), this.settling]).then(() => copy?.close());
  }

  // — The text —

  private begun(): { shared: Y.Doc; awareness: Awareness } {
    const shared = new Y.Doc({ gc: false });
    shared.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === fromServer || origin === fromDevice || shared !== this.view.shared) return;
      // Yjs deletes formatting that has become idle, in a reader's window too: theirs to hand in when they may write.
      if (origin === null && !this.view.mayWrite) return;
      this.learnNow();
      this.own.add(update, shared.clientID);
      this.look();
      this.sendSoon();
    });
    return { shared, awareness: new Awareness(shared) };
  }

  private caretsOf(awareness: Awareness): CaretsLine {
    const { line, place } = this.options;
    return caretsLine(awareness, (update) => {
      if (this.view.isSeated && line.connected) line.volatile.emit("awareness", place.document, update);
    });
  }

  private take(message: string): void {
    const read = readSync(bytesOf(message));
    if (!read || read.step === "has") return;
    Y.applyUpdate(this.view.shared, read.bytes, fromServer);
    this.learned.push(read.bytes);
    this.timers.learn ??= setTimeout(() => this.learnNow(), learningPace);
  }

  /** Before one's own next edit, which may lean on it. */
  private learnNow(): void {
    clearTimeout(this.timers.learn);
    this.timers.learn = undefined;
    const { learned } = this;
    this.learned = [];
    if (learned.length > 0) this.options.copy?.learn(Y.mergeUpdates(learned)).catch(() => undefined);
  }

  // — The line —

  private listen(): void {
    const { line, place } = this.options;
    const isOurs = ({ document }: { document: string }) => document === place.document;
    const heard: TextToClient & { connect(): void; disconnect(): void } = {
      connect: () => void this.join(),
      disconnect: () => this.lose(),
      sync: (document, message) => {
        if (isOurs({ document }) && this.isShown) this.take(message);
      },
      awareness: (document, message) => {
        if (isOurs({ document }) && this.isShown) this.carets.hear(bytesOf(message));
      },
      rights: (message) => isOurs(message) && this.mayNow(message.mayWrite),
      reset: (message) => isOurs(message) && this.beginAnew(message.refusal),
      rejoin: (message) => isOurs(message) && void this.join(),
      left: (message) => isOurs(message) && this.end(),
      fullness: (message) => isOurs(message) && this.look({ fullness: message }),
      saving: ({ isSaving }) => {
        this.isDiskWell = isSaving;
        if (isSaving) this.goOn();
        this.look();
      },
    };
    const socket = line as unknown as {
      on(name: string, listener: unknown): void;
      off(name: string, listener: unknown): void;
    };
    for (const [name, listener] of Object.entries(heard)) {
      socket.on(name, listener);
      this.hearing.push(() => socket.off(name, listener));
    }
  }

  private get isShown(): boolean {
    return this.view.phase === "opening" || this.view.phase === "ready";
  }

  private lose(): void {
    this.turn += 1;
    this.own.unsend();
    this.carets.forgetOthers();
    this.look({ isSeated: false });
  }

  private async join(): Promise<void> {
    const { line, place, schema = documentSchemaVersion } = this.options;
    clearTimeout(this.timers.again);
    if (this.isOver || !line.connected || this.view.phase === "gone") return;
    this.lose();
    const { turn } = this;
    await this.settling;
    if (turn !== this.turn || !line.connected) return;
    const client = this.view.shared.clientID;
    const earlier = this.own
      .clients()
      .filter((other) => other !== client)
      .slice(-500);
    const answer = await this.asked<JoinedText>(
      line.timeout(answerPatience).emitWithAck("join", { ...place, schema, client, earlier }),
    );
    if (turn !== this.turn) return;
    if (!answer?.ok) return this.refusedToJoin(answer?.refusal);
    const { isOutdated, mayWrite, isSaving, awareness, fullness, updateLimit } = answer.value;
    this.isDiskWell = isSaving;
    this.isStalled = false;
    this.updateLimit = updateLimit;
    const hasText = this.view.shared.store.clients.size > 0;
    const lacked = isOutdated ? null : await this.catchUp(turn);
    if (turn !== this.turn || (!isOutdated && !lacked)) return;
    const lost = hasText && mayWrite ? this.lostByServer(answer.value.has, lacked) : null;
    if (lost) this.own.add(lost, client);
    this.wait = firstWait;
    this.look({ isSeated: true, mayWrite, fullness, phase: isOutdated ? "outdated" : "ready" });
    if (!isOutdated) {
      this.carets.hear(bytesOf(awareness));
      this.carets.sayAnew();
    }
    if (mayWrite) this.send();
    else if (!this.own.isEmpty) this.beginAnew("forbidden");
  }

  /** Takes what one lacks, and answers what the server gave. Null where that was nothing. */
  private async catchUp(turn: number): Promise<Uint8Array | null> {
    const bytes = Y.encodeStateVector(this.view.shared);
    const answer = await this.sync({ step: "has", bytes });
    if (turn !== this.turn) return null;
    const lacked = answer?.ok && "message" in answer.value ? answer.value.message : null;
    if (lacked) this.take(lacked);
    else this.again();
    return lacked ? (readSync(bytesOf(lacked))?.bytes ?? null) : null;
  }

  /**
   * What the server once had on its disk and has lost since, as it happens to a damaged one, and what is deleted here alone: whoever has it
   * brings it back.
   */
  private lostByServer(has: string, lacked: Uint8Array | null): Uint8Array | null {
    const read = readSync(bytesOf(has));
    return read ? lackedByServer(this.view.shared, { has: read.bytes, lacked }, this.own.unsent()) : null;
  }

  private refusedToJoin(refusal?: TextRefusal): void {
    if (refusal === "not-found") this.end();
    else if (refusal === "invalid" && this.view.phase === "opening") this.look({ phase: "too-long" });
    else if (refusal === "conflict") this.begin(Y.encodeStateAsUpdate(this.view.shared));
    else this.again();
  }

  /** Sits down again after a while, each time a longer one. */
  private again(): void {
    this.lose();
    clearTimeout(this.timers.again);
    this.timers.again = setTimeout(() => void this.join(), this.wait);
    this.wait = Math.min(this.wait * 2, longestWait);
  }

  private asked<Value>(answer: Promise<TextAck<Value>>): Promise<TextAck<Value> | undefined> {
    // No answer: the line broke, or the server is stuck.
    return answer.catch(() => undefined);
  }

  private sync(message: Parameters<typeof writeSync>[0]): Promise<TextAck<SyncAnswer> | undefined> {
    const { line, place } = this.options;
    return this.asked(
      line.timeout(answerPatience).emitWithAck("sync", place.document, writeSync(message)) as Promise<
        TextAck<SyncAnswer>
      >,
    );
  }

  // — Handing in —

  private sendSoon(): void {
    // One at once, and what follows on its heels together.
    this.timers.send ??= setTimeout(() => this.send(), this.own.isUnderWay ? 40 : 0);
  }

  private send(): void {
    clearTimeout(this.timers.send);
    this.timers.send = undefined;
    if (!this.view.isSeated || !this.view.mayWrite || this.isStalled || !this.options.line.connected) return;
    for (const pack of this.own.packs(this.updateLimit)) {
      // A message much larger would end the line.
      if (pack.update.length > this.updateLimit) return this.beginAnew("update-too-large");
      const { turn } = this;
      this.own.sent(pack);
      void this.sync({ step: "update", bytes: pack.update }).then((answer) => {
        if (this.isOver) return;
        if (answer?.ok) {
          this.own.acknowledge(pack);
          this.look();
        } else if (turn === this.turn) this.notTaken(answer?.refusal);
      });
    }
    this.look();
  }

  private notTaken(refusal?: TextRefusal): void {
    switch (refusal) {
      case undefined:
      case "failed":
      case "too-fast":
        return this.again();
      case "not-joined":
      case "closed":
        return void this.join();
      case "outdated":
        return this.look({ phase: "outdated" });
      case "not-now":
        this.own.unsend();
        this.isStalled = true;
        setTimeout(() => this.goOn(), savingPatience);
        return this.look();
      default: {
        // The server says "reset" as well, unless the seat was over anyhow.
        const { turn } = this;
        setTimeout(() => turn === this.turn && this.beginAnew(refusal), firstWait);
      }
    }
  }

  private goOn(): void {
    this.isStalled = false;
    this.send();
  }

  private mayNow(mayWrite: boolean): void {
    const isNew = mayWrite && !this.view.mayWrite;
    this.look({ mayWrite });
    if (isNew) void this.join();
    else if (mayWrite) this.send();
    else if (!this.own.isEmpty) this.beginAnew("forbidden");
  }

  // — What is refused, and what ends —

  /** Nothing that leans on a refused edit can ever be taken: the words are set aside for their writer, and the text is what the server has. */
  private beginAnew(refusal: TextRefusal): void {
    this.setAside();
    this.begin();
    this.look({ refusal });
  }

  /** Another shared document under another client id, and a seat for it. */
  private begin(held?: Uint8Array): void {
    const { awareness } = this.view;
    this.carets.close();
    const begun = this.begun();
    this.look({ ...begun, isSeated: false, phase: held ? this.view.phase : "opening", mayWrite: false });
    if (held) Y.applyUpdate(begun.shared, held, fromServer);
    this.carets = this.caretsOf(begun.awareness);
    awareness.destroy();
    this.turn += 1;
    void this.join();
  }

  private setAside(): void {
    const { copy } = this.options;
    const edits = this.own.giveUp();
    this.learned = [];
    const words = edits.length > 0 ? refusedWords(this.view.shared, edits) : "";
    if (words) this.look({ aside: [...this.view.aside, { key: null, words }] });
    this.settling = (async () => {
      if (words) await copy?.setAside(words);
      await copy?.discard();
      const aside = await copy?.readAside();
      if (aside && !this.isOver) this.look({ aside });
    })().catch(() => undefined);
  }

  /** The right to read has ended, or the text is gone: what is here of it goes, but one's own words that nobody has. */
  private end(): void {
    this.turn += 1;
    this.setAside();
    this.carets.forgetOthers();
    this.look({ phase: "gone", isSeated: false, mayWrite: false });
  }

  // — What is shown —

  private look(change: Partial<TextView> = {}): void {
    if (this.isOver) return;
    this.view = { ...this.view, ...change };
    const keeping = this.keepingNow();
    this.view = { ...this.view, keeping };
    for (const listener of this.listeners) listener();
    this.finishIfDone();
  }

  private keepingNow(): TextKeeping {
    clearTimeout(this.timers.late);
    const { own } = this;
    if (own.isEmpty) return { kind: "saved" };
    const waited = Date.now() - (own.waitingSince ?? Date.now());
    if (this.view.isSeated && this.isDiskWell && !this.isStalled && waited < savingPatience) {
      this.timers.late = setTimeout(() => this.look(), savingPatience - waited);
      return { kind: "saving" };
    }
    if (own.areKept === undefined) return { kind: "saving" };
    return own.areKept ? { kind: "on-this-device", changes: own.changes } : { kind: "failed" };
  }
}

type Timer = ReturnType<typeof setTimeout>;
