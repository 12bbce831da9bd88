/** Renders on the server without ever holding up the event loop: long texts beside it, each text once. */
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { asTyped, renderMarkdown, type Rendered } from "~/text/render";
import type { RenderOptions } from "~/text/settings";

export interface RenderJob {
  text: string;
  options?: RenderOptions;
}

/** Whoever does a job elsewhere, within limits of its own; the house's background worker running `render-worker.ts`. */
export interface RenderingBackground {
  run(job: RenderJob): Promise<Rendered>;
  close(): Promise<void>;
}

export interface Renderer {
  /** Always resolves. A text that takes too long is shown as it was typed, with `tooSlow` set. */
  render(text: string, options?: RenderOptions): Promise<Rendered>;
  close(): Promise<void>;
}

/** Up to this many UTF-16 units the slowest text known takes a hundredth of a second: not worth a thread. */
export const longestInPlace = 2_048;
/** What rendered texts may hold in memory, in bytes. */
const cacheSize = 16 * 1024 * 1024;
/** How long a text that took too long is not tried again, in milliseconds. */
const tooSlowFor = 60_000;

/**
 * Keeps rendered texts by the hash of text and options; the same text asked for twice at once is rendered once.
 * `report` hears why a text could not be rendered, since its readers only see it as it was typed.
 */
export function createRenderer(
  background: RenderingBackground,
  report: (failure: unknown) => void,
): Renderer {
  const kept = new LRUCache<string, Rendered>({
    maxSize: cacheSize,
    maxEntrySize: cacheSize / 4,
    sizeCalculation: ({ html, outline }) => 2 * html.length + 400 * outline.length + 400,
  });
  const underWay = new Map<string, Promise<Rendered>>();
  /** What was rendered in place since the event loop last had its turn. */
  let inPlace = 0;

  /** Many short texts are together as slow as a long one: between them others have their turn. */
  async function ownTurn(length: number): Promise<void> {
    while (inPlace > 0 && inPlace + length > longestInPlace) await nextTurn();
    if (inPlace === 0) void nextTurn().then(() => (inPlace = 0));
    inPlace += length;
  }

  async function renderBeside(key: string, job: RenderJob): Promise<Rendered> {
    try {
      const rendered = await background.run(job);
      kept.set(key, rendered);
      return rendered;
    } catch (failure) {
      report(failure);
      const rendered = asTyped(job.text);
      if (isTimeLimit(failure)) kept.set(key, rendered, { ttl: tooSlowFor });
      return rendered;
    } finally {
      underWay.delete(key);
    }
  }

  return {
    async render(text, options) {
      const key = createHash("sha256")
        .update(JSON.stringify(options ?? {}))
        .update("\n")
        .update(text)
        .digest("base64");
      const known = kept.get(key) ?? underWay.get(key);
      if (known) return known;
      if (text.length <= longestInPlace) {
        await ownTurn(text.length);
        const rendered = renderMarkdown(text, options);
        kept.set(key, rendered);
        return rendered;
      }
      const rendering = renderBeside(key, { text, options });
      underWay.set(key, rendering);
      return rendering;
    },
    close: () => background.close(),
  };
}

function isTimeLimit(failure: unknown): boolean {
  return failure instanceof Object && "kind" in failure && failure.kind === "time-limit";
}
