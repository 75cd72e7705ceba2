// Writes a zip that is the same bytes whenever the files are: names in order, one date for all, nothing of the machine it was made on.

import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day a zip knows, as it writes days. */
const day = (1 << 5) | 1;

/** Plain files that all may read. */
const mode = (0o100644 << 16) >>> 0;

/** @param files their bytes by their path in the zip, with forward slashes */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const inOrder = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, bytes] of inOrder) {
    const name = Buffer.from(path);
    const body = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0); // needs a reader of version 2.0
    about.writeUInt16LE(0x800, 2); // names are UTF-8
    about.writeUInt16LE(8, 4); // deflated
    about.writeUInt16LE(day, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), about, name, body);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(mode, 6);
    where.writeUInt32LE(at, 10);
    // Made on a Unix, by version 2.0: only such zips have a file's mode.
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), about, where, name);
    at += 30 + name.length + body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
