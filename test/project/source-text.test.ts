import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource, hashOf, withBom } from '../../src/project/source-text.js';

function decode(bytes: Buffer): ReturnType<typeof decodeSource> {
  return decodeSource('/a.js', bytes);
}

function expectSource(bytes: Buffer): { text: string; hasBom: boolean; hash: string } {
  const decoded = decode(bytes);
  if (!('source' in decoded)) throw new Error(decoded.undecodable.detail);
  return decoded.source;
}

describe('decodeSource', () => {
  it.each([
    ['CRLF', 'a\r\nb\r\n'],
    ['mixed line ends', 'a\r\nb\nc\rd\u2028e'],
    ['no final newline', 'a\nb'],
    ['a shebang', '#!/usr/bin/env node\na'],
    ['nothing', ''],
    ['a byte order mark in the middle', 'a\uFEFFb'],
    ['two byte order marks', '\uFEFF\uFEFFa'],
  ])('gives back the very bytes of a text with %s', (_, text) => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`)]) {
      const source = expectSource(bytes);
      expect(encodeSource(source, source.text)).toEqual(bytes);
    }
  });

  it('gives back the very bytes of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.boolean(), (text, hasBom) => {
        fc.pre(!text.includes('\0'));
        const bytes = Buffer.from(withBom({ hasBom }, text));
        const source = expectSource(bytes);
        expect(encodeSource(source, source.text).equals(bytes)).toBe(true);
        expect(source.hash).toBe(hashOf(bytes));
      }),
      { seed: 20261121 },
    );
  });

  it('keeps the byte order mark out of the text, so that offsets are those of the parsers', () => {
    expect(expectSource(Buffer.from('\uFEFF#!x\na'))).toMatchObject({ text: '#!x\na', hasBom: true });
    expect(expectSource(Buffer.from('a'))).toMatchObject({ text: 'a', hasBom: false });
  });

  it('names the first byte that is not UTF-8, and its line', () => {
    const latin1 = Buffer.from('// ok\nconst é = 1;\n', 'latin1');
    expect(decode(latin1)).toEqual({
      undecodable: { reason: 'not-utf-8', detail: 'not UTF-8: byte 0xE9 in line 2' },
    });
  });

  it.each([
    ['an overlong form', [0x61, 0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point too large', [0xf4, 0x90, 0x80, 0x80]],
    ['a sequence cut short', [0x61, 0xe2, 0x82]],
    ['a lone continuation', [0x80]],
  ])('refuses %s', (_, bytes) => {
    expect(decode(Buffer.from(bytes))).toMatchObject({ undecodable: { reason: 'not-utf-8' } });
  });

  it('knows UTF-16 and binary data', () => {
    const littleEndian = Buffer.from('\uFEFFconst a = 1;', 'utf16le');
    expect(decode(littleEndian)).toMatchObject({ undecodable: { reason: 'utf-16' } });
    expect(decode(Buffer.from(littleEndian).swap16())).toMatchObject({ undecodable: { reason: 'utf-16' } });
    expect(decode(Buffer.from('a\0b'))).toMatchObject({ undecodable: { reason: 'binary' } });
  });
});
