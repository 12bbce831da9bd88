// Tells who wrote what in an editor while it is written: asks the server, follows the shared document, and asks again.
import type { Editor } from "@tiptap/core";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { TracedText } from "~/domain/documents/authorship.server";
import { authoredSections, type AuthoredSection } from "~/domain/documents/authorship-shares";
import { movedWords } from "~/domain/documents/moved-words";
import { rankedWriters } from "~/ui/authorship/ranked-writers";
import { tellIn } from "../extensions/telling";
import type { Writer } from "../extensions/together";
import { KnownLetters, notYetKnown, type KnownWriter } from "./known-letters";
import { toldIn, ToldPassages, type Sign } from "./told-passages";

export interface WritersTold {
  state: "asking" | "told" | "unreachable";
  writers: readonly KnownWriter[];
  /** By which place each writer's words are marked. */
  marks: readonly number[];
  /** Counted when writing pauses. */
  sections: readonly AuthoredSection[];
}

export interface TellingOptions {
  editor: Editor;
  shared: Y.Doc;
  awareness?: Awareness;
  /** Of the text. */
  language: string;
  ask: (signal: AbortSignal) => Promise<TracedText>;
  sign: (writer: KnownWriter, by: number) => Sign;
  listed: (names: string[]) => string;
  onTold: (told: WritersTold) => void;
}

/** Milliseconds of quiet until shares are counted, and until the server is asked about what was written. */
const [countPause, askPause] = [500, 5_000];
/** What telling may take so that it is done at every letter; how many times as long it rests otherwise, at most. */
const [light, rest, longestRest] = [8, 10, 1_500];
/** Until it is asked about somebody new, doubling where it does not know either, or gives no answer. */
const [firstWait, longestWait] = [800, 30_000];

export class FollowedWriters {
  private readonly known: KnownLetters;
  private readonly passages: ToldPassages;
  private readonly over = new AbortController();
  private readonly timers: Partial<Record<"soon" | "quiet" | "count" | "show", Timer>> = {};
  private isDue = false;
  private isComplete = true;
  /** Milliseconds that telling took. */
  private cost = 0;
  private isAsking = false;
  private wait = firstWait;
  private state: WritersTold["state"] = "asking";
  /** Writers in the order of their words when they were first counted, as the pages mark them; who comes after follows. */
  private ranked: number[] | null = null;

  /** Begins at once; ended by `close`. */
  constructor(private readonly options: TellingOptions) {
    const { shared, editor } = options;
    this.known = new KnownLetters(shared.clientID);
    this.passages = new ToldPassages(shared, ({ client, clock, text }) =>
      this.known.ownersOf(client, clock, text.length, this.present),
    );
    // Before the editor hears of it: it asks at once what is told of the new text.
    shared.on("beforeObserverCalls", this.follow);
    editor.view.dom.addEventListener("compositionend", this.show);
    void this.ask();
  }

  /** Where the connection came back. */
  askNow = (): void => void this.ask();

  close(): void {
    const { shared, editor } = this.options;
    this.over.abort();
    shared.off("beforeObserverCalls", this.follow);
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    if (editor.isDestroyed) return;
    editor.view.dom.removeEventListener("compositionend", this.show);
    tellIn(editor.view, null);
  }

  private follow = (transaction: Y.Transaction): void => {
    const { beforeState, afterState, changed } = transaction;
    for (const type of changed.keys()) this.passages.forget(type as Y.AbstractType<unknown>);
    const writing = [...afterState].flatMap(([client, clock]) =>
      clock > (beforeState.get(client) ?? 0) ? client : [],
    );
    if (writing.length === 0 && transaction.deleteSet.clients.size === 0) return;
    this.known.move(movedWords(transaction, writing));
    this.askWhenQuiet();
    if (this.isDue) return;
    this.isDue = true;
    // The editor has shown others' writing, and handed in one's own, when this turn is over. In a long text that would hold up whoever types.
    if (this.cost <= light) queueMicrotask(this.showDue);
    else this.timers.show = setTimeout(this.showDue, Math.min(this.cost * rest, longestRest));
  };

  private showDue = (): void => {
    if (this.isDue) this.show();
    else this.countSoon();
  };

  private show = (): void => {
    this.isDue = false;
    const { editor } = this.options;
    // What is being composed is not to be touched: it is told when it is done.
    if (this.over.signal.aborted || editor.isDestroyed || editor.view.composing) return;
    if (this.state === "asking") return;
    tellIn(editor.view, this.tell);
    this.countSoon();
  };

  private countSoon(): void {
    clearTimeout(this.timers.count);
    this.timers.count = setTimeout(() => this.count(), countPause);
  }

  private tell = (doc: Editor["state"]["doc"]) => {
    const { sign, listed } = this.options;
    const began = performance.now();
    this.isDue = false;
    const of = this.passages.of(doc);
    this.isComplete = !of.includes(notYetKnown);
    if (!this.isComplete) this.askSoon();
    const signs = this.known.writers.map((writer, by) => sign(writer, this.markOf(by)));
    const told = toldIn(doc, of, (by) => signs[by], listed, this.known.own);
    this.cost = performance.now() - began;
    return told;
  };

  private count(): void {
    const { editor, onTold } = this.options;
    if (this.over.signal.aborted || editor.isDestroyed) return;
    const { writers } = this.known;
    const marks = writers.map((_, by) => this.markOf(by));
    onTold({ state: this.state, writers: [...writers], marks, sections: this.sections() });
  }

  private sections(): AuthoredSection[] {
    const { editor, language } = this.options;
    const { doc } = editor.state;
    return authoredSections({ document: doc, of: this.passages.of(doc) }, language, "counted");
  }

  private markOf(by: number): number {
    this.ranked ??= rankedWriters({ writers: this.known.writers, sections: this.sections() }).order;
    if (!this.ranked.includes(by)) this.ranked.push(by);
    return this.ranked.indexOf(by);
  }

  private present = (client: number): KnownWriter["person"] | undefined => {
    const { user } = (this.options.awareness?.getStates().get(client) ?? {}) as { user?: Writer };
    return user && { id: user.id, name: user.name, colour: user.colour };
  };

  private askSoon(): void {
    this.timers.soon ??= setTimeout(() => void this.ask(), this.wait);
  }

  private askWhenQuiet(): void {
    clearTimeout(this.timers.quiet);
    this.timers.quiet = setTimeout(() => void this.ask(), askPause);
  }

  private async ask(): Promise<void> {
    // The answer under way may be older than what is asked about.
    if (this.isAsking) return this.askWhenQuiet();
    this.isAsking = true;
    clearTimeout(this.timers.soon);
    clearTimeout(this.timers.quiet);
    try {
      this.known.take(await this.options.ask(this.over.signal));
      this.state = "told";
    } catch {
      // Said on the screen, and tried again.
      this.state = "unreachable";
    }
    this.isAsking = false;
    this.timers.soon = undefined;
    if (this.over.signal.aborted) return;
    this.passages.forget();
    this.show();
    this.count();
    this.wait = this.isComplete && this.state === "told" ? firstWait : Math.min(this.wait * 2, longestWait);
    if (this.state === "unreachable") this.askSoon();
  }
}

type Timer = ReturnType<typeof setTimeout>;
