// Windows of one text with nothing of the screen: sessions over real lines to the real door.
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import type { Member } from "~/domain/access/member";
import { namePerson } from "~/domain/documents/naming.server";
import type { DeviceCopy } from "~/editor/device-copy";
import { TextSession, type TextView } from "~/editor/text-session";
import { keepUp } from "~/realtime/text-line";
import { documentSchemaVersion, textField } from "~/text/document-schema";
import { toMarkdown } from "~/text/document-to-markdown";
import { fromShared } from "~/text/shared-document";
import { foundNetwork, type FoundedNetwork } from "./found-network";
import { memoryCopy } from "./memory-copy";
import { cookieFor } from "./sockets";
import { textHouse, type TextHouse } from "./text-house";

export interface TextWindow {
  session: TextSession;
  line: ConstructorParameters<typeof TextSession>[0]["line"];
}

export async function windowOf(
  house: TextHouse,
  network: FoundedNetwork,
  member: Member,
  { copy = memoryCopy() as DeviceCopy | null, schema = documentSchemaVersion, isOffline = false } = {},
): Promise<TextWindow> {
  const line = house.sockets.textSocket(await cookieFor(await network.person(member)));
  line.io.reconnection(true);
  line.io.reconnectionDelay(20);
  line.io.reconnectionDelayMax(50);
  keepUp(line, () => undefined);
  const session = new TextSession({
    line,
    copy,
    schema,
    place: { network: network.slug, document: network.draft.id },
  });
  onTestFinished(() => session.close());
  await session.open();
  if (!isOffline) line.connect();
  return { session, line };
}

/** Resolves when it holds of what the session shows. */
export function until({ session }: TextWindow, holds: (view: TextView) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(session.view)) return;
      stop();
      session.view.shared.off("update", look);
      resolve();
    };
    const stop = session.subscribe(look);
    session.view.shared.on("update", look);
    look();
  });
}

export const isSaved = ({ keeping, isSeated }: TextView) => isSeated && keeping.kind === "saved";
export const textOf = ({ session }: TextWindow) =>
  toMarkdown(fromShared(session.view.shared).document).trim();

export function write({ session }: TextWindow, words: string): void {
  const { shared } = session.view;
  shared.transact(() => {
    const [paragraph] = shared.getXmlFragment(textField).toArray();
    const text = (paragraph as Y.XmlElement | undefined)?.get(0);
    if (text instanceof Y.XmlText) text.insert(0, words);
  });
}

/** Somebody of another city, named on the draft as a writer. */
export async function guestWriter({ officer, leadPartner, draft }: FoundedNetwork): Promise<Member> {
  await namePerson(officer, draft.id, { personId: leadPartner.personId, level: "writer" });
  return leadPartner;
}

export const founded = () => Promise.all([textHouse(), foundNetwork()]);
