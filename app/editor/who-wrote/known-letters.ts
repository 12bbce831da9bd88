// Whose each letter of the shared document is: as the server last said, and what is written since then.
import type { TracedText } from "~/domain/documents/authorship.server";
import type { movedWords } from "~/domain/documents/moved-words";

export type KnownWriter = TracedText["writers"][number];

/** Whoever wrote a letter of which the server has not been asked yet. */
export const notYetKnown = -2;

type Origin = ReturnType<typeof movedWords>[number];

interface Client {
  /** Letters from this one on are newer than what the server said. */
  known: number;
  by: number;
}

type Stretch = [clock: number, length: number, by: number];

/** Words that came from words that came from words: no writing makes so many before the server is asked again. */
const deepest = 50;

export class KnownLetters {
  /** Somebody who was named once keeps their place. */
  readonly writers: KnownWriter[] = [];
  private readonly places = new Map<string, number>();
  /** Oneself. */
  own = notYetKnown;
  private clients = new Map<number, Client>();
  private stretches = new Map<number, Stretch[]>();
  private moved = new Map<number, Origin[]>();

  /** `ownClient`: one's own Yjs client, of which the server need not have heard yet. */
  constructor(private readonly ownClient: number) {}

  take({ writers, clients, stretches, own }: TracedText): void {
    const numbers = writers.map((writer) => this.numberOf(writer));
    const number = (by: number) => numbers[by] ?? this.numberOf({ person: null, place: null });
    this.own = number(own);
    this.clients = new Map(clients.map(([client, known, by]) => [client, { known, by: number(by) }]));
    this.stretches = new Map();
    for (const [client, clock, length, by] of stretches)
      this.stretches.set(client, [...(this.stretches.get(client) ?? []), [clock, length, number(by)]]);
    for (const list of this.stretches.values()) list.sort(([one], [other]) => one - other);
    for (const [client, origins] of this.moved) {
      const known = this.clients.get(client)?.known ?? 0;
      const newer = origins.filter(({ clock, length }) => clock + length > known);
      if (newer.length > 0) this.moved.set(client, newer);
      else this.moved.delete(client);
    }
  }

  /** What was moved and not written since the server was asked. */
  move(origins: readonly Origin[]): void {
    for (const origin of origins) {
      const list = [...(this.moved.get(origin.client) ?? []), origin];
      this.moved.set(
        origin.client,
        list.sort((one, other) => one.clock - other.clock),
      );
    }
  }

  /** So many letters of a client, in their order, by whom; `present` names who is known to write now. */
  ownersOf(
    client: number,
    clock: number,
    length: number,
    present: (client: number) => KnownWriter["person"] | undefined,
    depth = 0,
  ): Array<[by: number, length: number]> {
    const found: Array<[number, number]> = [];
    const end = clock + length;
    const known = this.clients.get(client)?.known ?? 0;
    let at = clock;
    const goTo = (to: number, by: () => number) => {
      if (to > at) found.push([by(), to - at]);
      at = Math.max(at, to);
    };
    const claimed = () => this.claimed(client, present);
    for (const [from, count, by] of this.stretches.get(client) ?? []) {
      if (from + count <= at || from >= end) continue;
      goTo(from, claimed);
      goTo(Math.min(end, from + count), () => by);
    }
    for (const { clock: from, length: count, from: source } of this.moved.get(client) ?? []) {
      if (from + count <= Math.max(at, known) || from >= end || !source || depth > deepest) continue;
      goTo(Math.max(from, Math.min(end, known)), claimed);
      const to = Math.min(end, from + count);
      if (to > at)
        found.push(...this.ownersOf(source.client, source.clock + at - from, to - at, present, depth + 1));
      at = Math.max(at, to);
    }
    goTo(end, claimed);
    return found;
  }

  private claimed(client: number, present: (client: number) => KnownWriter["person"] | undefined): number {
    const known = this.clients.get(client);
    if (known) return known.by;
    if (client === this.ownClient) return this.own;
    const person = present(client);
    if (!person) return notYetKnown;
    // At the place they had last: whether that is still so, the server says when it is asked again.
    const last = this.writers.findLastIndex((writer) => writer.person?.id === person.id);
    return last >= 0 ? last : this.numberOf({ person, place: null });
  }

  private numberOf({ person, place }: KnownWriter): number {
    const key = JSON.stringify([person?.id ?? null, place]);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.writers.length);
    return this.writers.push({ person, place }) - 1;
  }
}
