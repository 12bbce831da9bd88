// Tells one's own writing from what comes out of the shared document: others' writing, and undoing.
import type { Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/** Whether it brings what the shared document says already; nothing may be written in answer to it. */
export function isFromOthers(transaction: Transaction): boolean {
  return Boolean(transaction.getMeta(ySyncPluginKey));
}
