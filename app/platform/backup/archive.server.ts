// An ordinary .tar.gz, written and read as it streams: nothing of it is held in memory as a whole. At its end stands a seal over all its bytes.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack, type Header } from "tar-stream";
import { damaged } from "./backup-refusal";

export interface ArchiveEntry {
  name: string;
  bytes: number;
  /** The path of the file, or the content itself. */
  from: string | Buffer;
}

/** Quick rather than small: people work on the same machine meanwhile. */
const level = 1;
/** From this size on a tar header has no room for the number. */
const tooLargeForHeader = 8 ** 11;

/** Writes a new file, readable by this account alone, and has it on the disk when it resolves. Refuses one that is there. */
export async function writeArchive(file: string, entries: ArchiveEntry[], at: Date): Promise<void> {
  const archive = pack();
  const fill = async () => {
    for (const { name, bytes, from } of entries) {
      const header: Header = { name, size: bytes, mode: 0o600, mtime: at };
      if (bytes >= tooLargeForHeader) header.pax = { size: String(bytes) };
      await new Promise<void>((done, fail) => {
        const entry = archive.entry(header, (error) => (error ? fail(error) : done()));
        pipeline(contentOf(from, bytes), entry).catch(fail);
      });
    }
    archive.finalize();
  };
  const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
  const hash = createHash("sha256");
  const filled = fill().catch((error: Error) => {
    archive.destroy(error);
    throw error;
  });
  await Promise.all([pipeline(archive, createGzip({ level }), passing(hash.update.bind(hash)), out), filled]);
  const handle = await open(file, "a");
  try {
    await handle.writeFile(sealOf(hash.digest()));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The last bytes of an archive: compressed nothing, as every gunzip passes over, with the SHA-256 of all before it in its header. The
 * checksums inside do not see a bit whose turning happens to give the same content.
 */
export function sealOf(sha256: Buffer): Buffer {
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 4 + sha256.length, 0];
  const field = Buffer.concat([Buffer.from("TG"), Buffer.from([sha256.length, 0]), sha256]);
  return Buffer.concat([Buffer.from(header), field, Buffer.from([3, 0]), Buffer.alloc(8)]);
}

const sealLength = sealOf(Buffer.alloc(32)).length;

export interface FoundEntry {
  name: string;
  bytes: number;
  /** False for links, folders, devices. */
  isFile: boolean;
}

/** Gives each entry, one after the other, to `take`, whose error ends the reading. Refuses what is cut off or altered. */
export async function readArchive(
  file: string,
  take: (entry: FoundEntry, content: Readable) => Promise<void>,
): Promise<void> {
  const archive = extract();
  let wrong: unknown;
  archive.on("entry", ({ name, size = 0, type }, content, next) => {
    take({ name, bytes: size, isFile: type === "file" }, content).then(
      () => next(),
      (error: unknown) => {
        wrong = error;
        next(error);
      },
    );
  });
  const { size } = await stat(file);
  const [hash, end]: [ReturnType<typeof createHash>, Buffer[]] = [createHash("sha256"), []];
  let left = size - sealLength;
  const look = (chunk: Buffer) => {
    const body = Math.min(chunk.length, Math.max(0, left));
    hash.update(chunk.subarray(0, body));
    if (body < chunk.length) end.push(chunk.subarray(body));
    left -= body;
  };
  try {
    await pipeline(createReadStream(file), passing(look), createGunzip(), archive);
  } catch (error) {
    if (wrong !== undefined) throw wrong;
    throw isOfReading(error) ? error : damaged(`${file} is no backup of Torg, or was cut off or altered.`);
  }
  if (!Buffer.concat(end).equals(sealOf(hash.digest())))
    throw damaged(`${file} was altered: it does not bear its own seal.`);
}

/** Shows what flows by. */
export function passing(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      look(chunk);
      done(null, chunk);
    },
  });
}

function contentOf(from: string | Buffer, bytes: number): Readable {
  if (typeof from !== "string") return Readable.from([from]);
  // What is appended meanwhile does not belong to it.
  return bytes === 0 ? Readable.from([]) : createReadStream(from, { end: bytes - 1 });
}

/** The disk's own failures, which say nothing of the archive. */
function isOfReading(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
