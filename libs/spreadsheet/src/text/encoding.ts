import type { Source } from '../source/source.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** By its mark, else by whether the whole of it is UTF-8: a file of a Chinese Excel or a bank is in GBK. */
export async function encodingOf(source: Source): Promise<Encoding> {
  const [first, second] = await source.bytes(0, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source.stream(0, source.size)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** The text of a file, chunk by chunk, without its mark. */
export async function* decoded(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.stream(0, source.size)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
