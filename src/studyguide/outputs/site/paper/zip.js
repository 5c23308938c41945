/* A zip archive of stored files (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3), in which Word and
   its like look for the parts of a document. A position paper has some 30 KB, so nothing is compressed. */
const paperZip = (function () {
  "use strict";

  const CENTRAL = 0x02014b50, LOCAL = 0x04034b50, END = 0x06054b50;
  const VERSION = 20; // 2.0, of the programs that can read it
  const FIRST_DAY = 0x21; // 1 January 1980, the earliest that the format knows: the same words give the same file
  const POLYNOMIAL = 0xedb88320;
  const TABLE = Uint32Array.from({ length: 256 }, function (_, byte) {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? POLYNOMIAL ^ (byte >>> 1) : byte >>> 1;
    return byte;
  });

  function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    return ~crc >>> 0;
  }

  // Numbers of two bytes and of four, as the format writes them: the lowest byte first.
  function numbers(...fields) {
    return fields.flatMap(function ([size, value]) {
      return Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 0xff);
    });
  }

  function facts({ name, bytes, crc }) {
    const sizes = [[4, crc], [4, bytes.length], [4, bytes.length], [2, name.length]];
    return [[2, VERSION], [2, 0], [2, 0], [2, 0], [2, FIRST_DAY], ...sizes, [2, 0]];
  }

  function join(pieces) {
    const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let end = 0;
    for (const piece of pieces) {
      joined.set(piece, end);
      end += piece.length;
    }
    return joined;
  }

  // Returns the archive of these files, given as [name in ASCII, text], as bytes.
  return function (files) {
    const encoder = new TextEncoder();
    const local = [], central = [];
    let offset = 0;
    for (const [path, text] of files) {
      const file = { name: encoder.encode(path), bytes: encoder.encode(text) };
      file.crc = crc32(file.bytes);
      const head = numbers([4, LOCAL], ...facts(file));
      local.push(head, file.name, file.bytes);
      const place = [[2, 0], [2, 0], [2, 0], [4, 0], [4, offset]];
      central.push(numbers([4, CENTRAL], [2, VERSION], ...facts(file), ...place), file.name);
      offset += head.length + file.name.length + file.bytes.length;
    }
    const directory = join(central);
    const counts = [[2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, offset], [2, 0]];
    return join([...local, directory, numbers([4, END], ...counts)]);
  };
})();
