// Texts that are written together in a test of the domain, and somebody's editor at one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import type { Member } from "~/domain/access/member";
import { liveDocuments } from "~/domain/documents/live-documents.server";
import { joinText, openTexts, writeText } from "~/domain/documents/written-together.server";
import { toMarkdown } from "~/text/document-to-markdown";
import { toDocument } from "~/text/markdown-to-document";
import { fromShared, toShared } from "~/text/shared-document";

/** Opens a log of the test's own. */
export async function texts(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "torg-texts-"));
  const opened = openTexts(join(folder, "texts.sqlite"));
  onTestFinished(async () => {
    await opened.close(2_000);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Somebody's editor at a text: what they make of it goes in as they wrote it. */
export async function editorOf(member: Member, id: string) {
  const { document, leave } = await joinText(member, id);
  const own = new Y.Doc({ gc: false });
  Y.applyUpdate(own, Y.encodeStateAsUpdate(document.doc), "server");
  const stop = document.onRelay(({ update }) => Y.applyUpdate(own, update, "server"));
  onTestFinished(() => {
    stop();
    leave();
  });
  const markdown = () => toMarkdown(fromShared(own).document);
  return {
    doc: own,
    markdown,
    /** Waits for the relay, which is not at once under load. */
    settled: async () => {
      await liveDocuments().flush();
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    /** Writes at once; what is answered hands it in. */
    write: (work: (markdown: string) => string) => {
      const updates: Uint8Array[] = [];
      const hear = (update: Uint8Array, origin: unknown) => origin !== "server" && updates.push(update);
      own.on("update", hear);
      toShared(own, toDocument(work(markdown())));
      own.off("update", hear);
      const from = { clientIds: [own.clientID] };
      return async () => {
        if (updates.length > 0) await writeText(member, document, Y.mergeUpdates(updates), from);
      };
    },
    async change(work: (markdown: string) => string) {
      await this.write(work)();
    },
  };
}
