/** GBK bytes of each character that two bytes can say; Node reads GBK and does not write it. */
function table(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, number>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const character = decoder.decode(Buffer.of(first, second));
      if (character.length === 1 && character !== '\ufffd' && !isPrivate(character) && !bytes.has(character))
        bytes.set(character, first * 256 + second);
    }
  return bytes;
}

const isPrivate = (character: string) => character >= '\ue000' && character <= '\uf8ff';

let known: Map<string, number> | undefined;

/** The text in GBK; a character that GBK does not have becomes `?`, as WPS and Excel write it. */
export function encodeGbk(text: string): Buffer {
  known ??= table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? undefined : known.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) bytes.push(0x3f);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}
