import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";

/** A tar of plain files, written and read without any of them in memory. Any `tar` opens it. */
export type TarEntry = { readonly name: string; readonly offset: number; readonly size: number };

const BLOCK = 512;
const LARGEST_IN_OCTAL = 0o77777777777;

export type TarWriter = {
  readonly add: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** `file` is empty. The header of a file says its size, known at its end only: it is written then, in the place left for it. */
export function tarWriter(file: FileHandle, at: Date): TarWriter {
  let position = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position);
      done += bytesWritten;
      position += bytesWritten;
    }
  };
  return {
    add: async (name, content) => {
      const header = position;
      await write(Buffer.alloc(BLOCK));
      for await (const chunk of content) await write(chunk);
      const size = position - header - BLOCK;
      await write(Buffer.alloc(paddingOf(size)));
      await file.write(headerOf(name, size, at), 0, BLOCK, header);
    },
    end: () => write(Buffer.alloc(2 * BLOCK)),
  };
}

/** The files of a tar, in order; undefined where it is no tar, or is cut before its end. */
export async function entriesOf(file: FileHandle): Promise<readonly TarEntry[] | undefined> {
  const { size: length } = await file.stat();
  const entries: TarEntry[] = [];
  for (let position = 0; position + BLOCK <= length; ) {
    const header = Buffer.alloc(BLOCK);
    await file.read(header, 0, BLOCK, position);
    if (header.every((byte) => byte === 0)) return entries;
    const size = sizeIn(header);
    if (size === undefined) return undefined;
    entries.push({ name: header.toString("utf8", 0, header.indexOf(0)), offset: position + BLOCK, size });
    position += BLOCK + size + paddingOf(size);
  }
  return undefined;
}

export function readEntry(path: string, { offset, size }: TarEntry): Readable {
  return size === 0 ? Readable.from([]) : createReadStream(path, { start: offset, end: offset + size - 1 });
}

function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function headerOf(name: string, size: number, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100);
  header.write("0000600\u00000000000\u00000000000\u0000", 100);
  writeSize(header, size);
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, "0")}\u0000`,
    136,
  );
  header.write("0", 156);
  header.write("ustar\u000000", 257);
  header.write(`${checksumOf(header).toString(8).padStart(6, "0")}\u0000 `, 148);
  return header;
}

/** Eleven octal digits, or beyond 8 GiB the binary number that GNU tar and POSIX read there. */
function writeSize(header: Buffer, size: number): void {
  if (size <= LARGEST_IN_OCTAL) header.write(`${size.toString(8).padStart(11, "0")}\u0000`, 124);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
}

function sizeIn(header: Buffer): number | undefined {
  const said = Number.parseInt(header.toString("latin1", 148, 156), 8);
  if (said !== checksumOf(header) || header.toString("latin1", 257, 262) !== "ustar") return undefined;
  return header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString("latin1", 124, 136), 8);
}

/** The sum of the header's bytes, its own place counted as spaces. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}
