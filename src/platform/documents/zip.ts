import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { readonly path: string; readonly content: string };

const STORED = 0;
const DEFLATED = 8;
/** File names in UTF-8 (APPNOTE 4.4.4, bit 11). */
const FLAGS = 0x0800;
const VERSION = 20;

/** A ZIP archive (PKWARE APPNOTE 6.3.3, no ZIP64), entries in the order given. The first is stored as it is: OpenDocument asks that of `mimetype`. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  entries.forEach(({ path, content }, index) => {
    const name = Buffer.from(path);
    const plain = Buffer.from(content);
    const data = index === 0 ? plain : deflateRawSync(plain);
    const fields = commonFields(index === 0 ? STORED : DEFLATED, at, plain, data, name);
    const local = Buffer.concat([signature(0x04034b50), fields, Buffer.alloc(2), name]);
    parts.push(local, data);
    directory.push(Buffer.concat([signature(0x02014b50), uint16(VERSION), fields, Buffer.alloc(12), uint32(offset), name]));
    offset += local.length + data.length;
  });
  const central = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = Buffer.concat([
    signature(0x06054b50),
    Buffer.alloc(4),
    count,
    count,
    uint32(central.length),
    uint32(offset),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...parts, central, end]);
}

/** From « version needed » to « file name length », the same in the local header and in the central directory. */
function commonFields(method: number, at: Date, plain: Buffer, data: Buffer, name: Buffer): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((Math.max(1980, at.getUTCFullYear()) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([
    uint16(VERSION),
    uint16(FLAGS),
    uint16(method),
    uint16(time),
    uint16(day),
    uint32(crc32(plain)),
    uint32(data.length),
    uint32(plain.length),
    uint16(name.length),
  ]);
}

const signature = uint32;

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
