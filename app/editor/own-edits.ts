// What one has written and the server has not acknowledged yet: kept on the device, handed in, counted.
import * as Y from "yjs";
import { countedChanges } from "./counted-changes";
import type { DeviceCopy, Unsent } from "./device-copy";

interface OwnEdit {
  edit: Uint8Array;
  client: number;
  /** ms */
  at: number;
  /** Under which it is kept; null where the device does not take it. */
  key: Promise<number | null>;
  /** Undefined while it is on its way to the device. */
  isKept?: boolean;
  /** When it was handed in at the present seat, ms. */
  sentAt?: number;
}

/** Several edits as one update, and what they were. */
export interface Pack {
  update: Uint8Array;
  edits: readonly OwnEdit[];
}

export class OwnEdits {
  private edits: OwnEdit[] = [];
  private forgetting: Promise<unknown> = Promise.resolve();

  /** `onChange` is told when the device has taken an edit, or has not. */
  constructor(
    private readonly copy: DeviceCopy | null,
    private readonly onChange: () => void,
  ) {}

  add(edit: Uint8Array, client: number): void {
    const { copy } = this;
    const key = copy ? copy.keep(edit, client).catch(() => null) : Promise.resolve(null);
    const own: OwnEdit = { edit, client, at: Date.now(), key };
    this.edits.push(own);
    void key.then((kept) => {
      own.isKept = kept !== null;
      this.onChange();
    });
  }

  /** What the device has kept from before. */
  restore(unsent: readonly Unsent[]): void {
    const kept = unsent.map(({ key, edit, client, at }): OwnEdit => ({
      edit,
      client,
      at,
      key: Promise.resolve(key),
      isKept: true,
    }));
    this.edits = [...kept, ...this.edits];
  }

  /** What was not handed in at this seat, in its order, in as few updates as fit into so many bytes. An edit larger than that stands alone. */
  packs(limit: number): Pack[] {
    const groups: OwnEdit[][] = [];
    let bytes = 0;
    for (const own of this.edits) {
      if (own.sentAt !== undefined) continue;
      const last = groups.at(-1);
      bytes += own.edit.length;
      if (last && bytes <= limit) last.push(own);
      else {
        groups.push([own]);
        bytes = own.edit.length;
      }
    }
    return groups.map((edits) => ({ edits, update: Y.mergeUpdates(edits.map(({ edit }) => edit)) }));
  }

  sent({ edits }: Pack): void {
    for (const own of edits) own.sentAt = Date.now();
  }

  /** The seat is another: whether what was handed in at the last one arrived is not known. */
  unsend(): void {
    for (const own of this.edits) delete own.sentAt;
  }

  /** They are on the server's disk. */
  acknowledge({ edits }: Pack): void {
    const gone = new Set(edits);
    this.edits = this.edits.filter((own) => !gone.has(own));
    const forgotten = Promise.all(edits.map(({ key }) => key)).then(async (keys) => {
      const kept = keys.filter((key) => key !== null);
      if (kept.length > 0) await this.copy?.acknowledge(kept).catch(() => undefined);
    });
    this.forgetting = Promise.all([this.forgetting, forgotten]);
  }

  /** Resolves when the device has been told of everything so far. */
  async settled(): Promise<void> {
    await Promise.all([this.forgetting, ...this.edits.map(({ key }) => key)]);
  }

  /** Gives up all of them, and says what they were. The device is not told. */
  giveUp(): Uint8Array[] {
    const given = this.unsent();
    this.edits = [];
    return given;
  }

  /** The Yjs client ids under which they were written, the latest last. */
  clients(): number[] {
    return [...new Set(this.edits.map(({ client }) => client))];
  }

  /** Every one of them. */
  unsent(): Uint8Array[] {
    return this.edits.map(({ edit }) => edit);
  }

  get isEmpty(): boolean {
    return this.edits.length === 0;
  }

  /** How often one wrote, as a person would count. */
  get changes(): number {
    return countedChanges(this.edits.map(({ at }) => at));
  }

  /** Whether the device has them all; undefined while some are on their way to it. */
  get areKept(): boolean | undefined {
    if (this.edits.some(({ isKept }) => isKept === false)) return false;
    return this.edits.some(({ isKept }) => isKept === undefined) ? undefined : true;
  }

  /** When the first of those was handed in that are not acknowledged, ms; undefined where none was. */
  get waitingSince(): number | undefined {
    return this.edits.find(({ sentAt }) => sentAt !== undefined)?.sentAt;
  }

  get isUnderWay(): boolean {
    return this.waitingSince !== undefined;
  }
}
