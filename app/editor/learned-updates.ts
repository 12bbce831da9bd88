// What others write is kept on the device, several updates together.
import * as Y from "yjs";
import type { DeviceCopy } from "./device-copy";

/** Milliseconds. */
const pace = 300;

export class LearnedUpdates {
  private updates: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly copy: DeviceCopy | null) {}

  add(update: Uint8Array): void {
    this.updates.push(update);
    this.timer ??= setTimeout(() => this.keepNow(), pace);
  }

  /** Before one's own next edit, which may lean on it. */
  keepNow(): void {
    const { updates } = this;
    this.forget();
    if (updates.length > 0) this.copy?.learn(Y.mergeUpdates(updates)).catch(() => undefined);
  }

  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.updates = [];
  }
}
