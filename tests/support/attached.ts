// Attaching files in tests of the domain, in one line.
import { Readable } from "node:stream";
import type { Member } from "~/domain/access/member";
import type { TakenFile } from "~/domain/files/file";
import { serveFile, type ServedFile } from "~/domain/files/serving.server";
import { takeIn, type Offered } from "~/domain/files/taking-in.server";

/** What the door sends to the member of this file, which was not erased. */
export async function served(member: Member, id: string): Promise<ServedFile> {
  const file = await serveFile({ memberIn: () => Promise.resolve(member) }, id);
  if (file.isErased) throw new Error("This file was erased.");
  return file;
}

/** Attaches these bytes to the document; `but` changes what is offered. */
export function attach(
  member: Member,
  documentId: string,
  name: string,
  bytes: Buffer | string,
  but: Partial<Offered> = {},
): Promise<TakenFile> {
  const memberNow = () => Promise.resolve(member);
  return takeIn(member, documentId, { ...offered(name, bytes), memberNow, ...but });
}

/** These bytes as they come over a line, in pieces. */
export function offered(name: string, bytes: Buffer | string): Omit<Offered, "memberNow"> {
  const content = Buffer.from(bytes);
  return { name, bytes: content.length, content: Readable.from(piecesOf(content)), isKept: false };
}

function piecesOf(content: Buffer): Buffer[] {
  const size = 65_536;
  return Array.from({ length: Math.ceil(content.length / size) }, (_, place) =>
    content.subarray(place * size, (place + 1) * size),
  );
}
