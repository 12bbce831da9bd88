// What the browser runs to let the copy on the device be tested: its functions, and texts of paragraphs.
import * as Y from "yjs";
import { asideOnDevice, lookThroughDevice, textsOnDevice } from "~/editor/device-account";
import { openDeviceCopy, forgetDevice, unsentOnDevice, type DeviceCopy } from "~/editor/device-copy";
import { openDatabase } from "~/editor/device-database";
import { hasTextsHere } from "~/editor/device-marks";
import { textField } from "~/text/document-schema";

/** A text in which one writes words one after the other, each an edit of its own. */
export interface Writing {
  doc: Y.Doc;
  write(words: string): Uint8Array;
  read(): string;
}

const device = {
  openDeviceCopy,
  forgetDevice,
  unsentOnDevice,
  asideOnDevice,
  hasTextsHere,
  lookThroughDevice,
  textsOnDevice,
  writing(held?: Uint8Array): Writing {
    const doc = new Y.Doc({ gc: false });
    if (held) Y.applyUpdate(doc, held);
    return {
      doc,
      write: (words) => {
        let edit: Uint8Array = new Uint8Array();
        doc.once("update", (update: Uint8Array) => (edit = update));
        doc.getArray("text").push([words]);
        return edit;
      },
      read: () => doc.getArray<string>("text").toArray().toSorted().join(" "),
    };
  },
  async wordsIn(copy: DeviceCopy): Promise<string | null> {
    const held = await copy.read();
    return held && device.writing(held.text).read();
  },
  /** A text of one paragraph, as the editor writes it. */
  paragraph(words: string): Uint8Array {
    const doc = new Y.Doc({ gc: false });
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(textField).insert(0, [paragraph]);
    return Y.encodeStateAsUpdate(doc);
  },
  /** What stands in such a text. */
  said(text: Uint8Array): string {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, text);
    return doc.getXmlFragment(textField).toString();
  },
  /** How many rows of updates lie there for this text. */
  async rows(personId: string, document: string): Promise<number> {
    const database = await openDatabase(personId);
    const count = await database.read(["updates"], ({ updates }) => updates.countOf(document));
    database.close();
    return count;
  },
  /** As if the text had been opened last at this time (ms). */
  async openedAt(personId: string, document: string, at: number): Promise<void> {
    const database = await openDatabase(personId);
    await database.write(["texts"], async ({ texts }) => {
      const row = await texts.get(document);
      if (row) await texts.put({ ...row, openedAt: at });
    });
    database.close();
  },
};

declare global {
  interface Window {
    device: typeof device;
  }
}

window.device = device;
