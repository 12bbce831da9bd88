// One window's end of a text that is written together: sits down, hears, hands in, keeps what is not acknowledged. See docs/protocol.md.
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { readSync, writeSync } from "~/realtime/text-messages";
import type { TextLine } from "~/realtime/text-line";
import type { JoinedText, SyncAnswer, TextAck, TextRefusal } from "~/realtime/text-protocol";
import { documentSchemaVersion } from "~/text/document-schema";
import { afterRefusedEdit, afterRefusedJoin } from "./after-refusal";
import { caretsLine, type CaretsLine } from "./carets-line";
import type { DeviceCopy } from "./device-copy";
import { bytesOf, hearText } from "./hear-text";
import { lackedByServer } from "./lacked-by-server";
import { LearnedUpdates } from "./learned-updates";
import { OwnEdits } from "./own-edits";
import { giveUpWords, setAsideOnDevice } from "./setting-aside";
import { type AsideWords, keepingOf, savingPatience, type TextView } from "./text-view";

export type { AsideWords, TextKeeping, TextView } from "./text-view";

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
/** Milliseconds until an answer is given up. */
const answerPatience = 15_000;
/** Milliseconds without a letter until it is said that all is saved: whoever types on is not told so, and drawn for, at each of them. */
const calm = 250;
/** Between trying again, doubling. */
const [firstWait, longestWait] = [500, 10_000];

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
  /** The server takes nothing for a while. */
  private isStalled = false;
  private updateLimit = 1_000_000;
  private wait = firstWait;
  /** ms, when something was written here last. */
  private wroteAt = -Infinity;
  private timers: { again?: Timer; send?: Timer; late?: Timer; close?: Timer } = {};
  private readonly learned: LearnedUpdates;
  /** What has to be done on the device before one sits down again. */
  private settling: Promise<void> = Promise.resolve();
  private stopHearing = () => {};

  constructor(private readonly options: TextSessionOptions) {
    this.own = new OwnEdits(options.copy, () => this.look());
    this.learned = new LearnedUpdates(options.copy);
    this.view = {
      ...this.begun(),
      phase: "opening",
      mayWrite: false,
      keeping: { kind: "saved" },
      isSeated: false,
      isDiskWell: true,
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
    this.stopHearing();
    const { line, place, copy } = this.options;
    if (this.view.isSeated && line.connected)
      line.emit("leave", { document: place.document }, () => undefined);
    this.learned.keepNow();
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
      this.learned.keepNow();
      this.own.add(update, shared.clientID);
      this.wroteAt = performance.now();
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
    this.learned.add(read.bytes);
  }

  // — The line —

  private listen(): void {
    const { line, place } = this.options;
    this.stopHearing = hearText(line, place.document, {
      connect: () => void this.join(),
      disconnect: () => this.lose(),
      sync: (message) => this.isShown && this.take(message),
      awareness: (update) => this.isShown && this.carets.hear(update),
      rights: ({ mayWrite }) => this.mayNow(mayWrite),
      reset: ({ refusal }) => this.beginAnew(refusal),
      rejoin: () => void this.join(),
      left: () => this.end(),
      fullness: (fullness) => this.look({ fullness }),
      saving: ({ isSaving }) => {
        this.look({ isDiskWell: isSaving });
        if (isSaving) this.goOn();
      },
    });
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
    this.view = { ...this.view, isDiskWell: isSaving };
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
    switch (afterRefusedJoin(refusal, this.view.phase)) {
      case "end":
        return this.end();
      case "too-long":
        return this.look({ phase: "too-long" });
      case "other-client":
        return this.begin(Y.encodeStateAsUpdate(this.view.shared));
      case "again":
        return this.again();
    }
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
    switch (afterRefusedEdit(refusal)) {
      case "again":
        return this.again();
      case "join":
        return void this.join();
      case "renew":
        return this.look({ phase: "outdated" });
      case "wait":
        this.own.unsend();
        this.isStalled = true;
        setTimeout(() => this.goOn(), savingPatience);
        return this.look();
      case "begin-anew": {
        // The server says "reset" as well, unless the seat was over anyhow.
        const { turn } = this;
        setTimeout(() => turn === this.turn && this.beginAnew(refusal ?? "failed"), firstWait);
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
    const words = giveUpWords(this.own, this.view.shared);
    this.wroteAt = -Infinity;
    this.learned.forget();
    if (words) this.look({ aside: [...this.view.aside, { key: null, words }] });
    this.settling = setAsideOnDevice(this.options.copy, words)
      .then((aside) => {
        if (aside && !this.isOver) this.look({ aside });
      })
      .catch(() => undefined);
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
    clearTimeout(this.timers.late);
    const before = this.view;
    const view = { ...before, ...change };
    const told = keepingOf(this.own, view.isSeated && view.isDiskWell && !this.isStalled);
    const untilCalm = Math.ceil(calm - (performance.now() - this.wroteAt));
    const isCalm = untilCalm <= 0 || told.keeping.kind !== "saved" || before.keeping.kind !== "saving";
    const left = isCalm ? told.left : untilCalm;
    if (left !== undefined) this.timers.late = setTimeout(() => this.look(), left);
    view.keeping = isCalm && !isSameKeeping(told.keeping, before.keeping) ? told.keeping : before.keeping;
    // With a long text every drawing costs: none for what nobody would see.
    const names = Object.keys(view) as Array<keyof TextView>;
    if (names.some((name) => view[name] !== before[name])) {
      this.view = view;
      for (const listener of this.listeners) listener();
    }
    this.finishIfDone();
  }
}

function isSameKeeping(one: TextView["keeping"], other: TextView["keeping"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Timer = ReturnType<typeof setTimeout>;
