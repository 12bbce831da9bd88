// What Torg uses of tar-stream 2, which brings no types of its own.
declare module "tar-stream" {
  import type { Readable, Writable } from "node:stream";

  export interface Header {
    name: string;
    size?: number;
    mode?: number;
    mtime?: Date;
    /** Such as "file", "symlink", "link", "directory"; null: of no known kind. */
    type?: string | null;
    /** Said again in a record of its own, as where a number is too large for the header. */
    pax?: Record<string, string>;
  }

  export interface Pack extends Readable {
    /** The content is written into what this answers, exactly `size` bytes of it. */
    entry(header: Header, done: (error?: Error | null) => void): Writable;
    finalize(): void;
  }

  export interface Extract extends Writable {
    on(
      event: "entry",
      take: (header: Header, content: Readable, next: (error?: unknown) => void) => void,
    ): this;
    on(event: string | symbol, listener: (...given: unknown[]) => void): this;
  }

  export function pack(): Pack;
  export function extract(): Extract;
}
