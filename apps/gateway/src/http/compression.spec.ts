import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { acceptedEncoding, compress } from './compression.ts';

describe('compression', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000, gzip;q=0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('for a caller that takes %p is %p', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });

  it('begins at one kilobyte', async () => {
    expect(await compress(Buffer.alloc(1023, 'a'), 'gzip')).toBeUndefined();
    const body = Buffer.alloc(1024, 'a');
    expect(gunzipSync((await compress(body, 'gzip')) ?? '').equals(body)).toBe(true);
    expect(brotliDecompressSync((await compress(body, 'br')) ?? '').equals(body)).toBe(true);
    expect(await compress(body, undefined)).toBeUndefined();
  });
});
