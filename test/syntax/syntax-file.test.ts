import { describe, expect, test } from 'vitest';
import { startOf, SyntaxFile } from '../../src/syntax/syntax-file.js';

function parsed(text: string, name = 'a.js'): SyntaxFile {
  const file = SyntaxFile.parse(`/${name}`, text);
  if (!(file instanceof SyntaxFile)) throw new Error(file.message);
  return file;
}

describe('parsing', () => {
  test('offsets are those of the text, whatever its line ends and tabs', () => {
    const text = '#!/usr/bin/env node\r\n\tconst a = 1;\r\n\n\tcall(a)';
    const [call] = parsed(text).nodes('CallExpression');
    expect(call && text.slice(startOf(call))).toBe('call(a)');
  });

  test('a text that parses only with error recovery is a problem with line and column', () => {
    expect(SyntaxFile.parse('/a.js', 'ok();\nlet a; let a;\n')).toMatchObject({ line: 2, column: 12 });
    expect(SyntaxFile.parse('/a.js', 'ok();\n#K\n')).toMatchObject({ line: 2 });
  });

  test.each([
    ['a.ts', 'const a = <string>b; enum E { A } abstract class C { declare x: number }'],
    ['a.tsx', 'const a = <p>{b as string}</p>;'],
    ['a.mts', 'await using a = b();'],
    ['a.js', 'const a = <p/>;'],
    ['a.js', '/* @flow */ function f(a: string): number { return 1 }'],
    ['a.ts', 'declare class A {} declare function f(): A; declare const b: A; f();'],
    ['a.cjs', 'return 1;'],
    ['a.js', 'var package = 010; with (a) {}'],
    ['a.js', 'import a from "a"; await a();'],
    ['a.ts', '@dec() class A { @prop() b = 1; constructor(@inject() c) {} }'],
  ])('%s: %s', (name, text) => {
    expect(SyntaxFile.parse(`/${name}`, text)).toBeInstanceOf(SyntaxFile);
  });

  test('what is nested too deep is a problem, not a crash', () => {
    const text = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(SyntaxFile.parse('/a.js', text)).toMatchObject({
      message: expect.stringContaining('nested') as string,
    });
  });
});

describe('bindings', () => {
  test('tell a shadowing name from the one it hides', () => {
    const file = parsed('const err = 1; f(function (err) { g(err); }); h(err);');
    const [outer, parameter, inner, last] = file.nodes('Identifier').filter(({ name }) => name === 'err');
    if (!outer || !parameter || !inner || !last) throw new Error('four expected');
    expect(file.bindingOf(inner)).toBe(file.bindingOf(parameter));
    expect(file.bindingOf(last)).toBe(file.bindingOf(outer));
    expect(file.bindingOf(inner)).not.toBe(file.bindingOf(last));
  });

  test('list writes apart from reads', () => {
    const file = parsed('let a = 1; a = 2; a++; [a] = b; for (a of c) {} read(a);');
    const [declared] = file.nodes('Identifier');
    const binding = declared && file.bindingOf(declared);
    expect(binding?.writes).toHaveLength(4);
    expect(binding?.references.map(startOf)).toContain(file.text.lastIndexOf('a'));
  });

  test('globals and property names have none', () => {
    const file = parsed('console.log(undefined, a.b)');
    expect(file.nodes('Identifier').map((identifier) => file.bindingOf(identifier))).toEqual(
      file.nodes('Identifier').map(() => undefined),
    );
  });

  test('fresh names are new in the whole file', () => {
    expect(parsed('const data = 1; function f() { const data2 = 2; }').freshName('data')).toBe('data3');
  });
});

describe('style', () => {
  test.each([
    ['a()\nb()\nc("x")\n', { semicolon: '', quote: '"' }],
    ["a();\n\tb('x');\n", { semicolon: ';', quote: "'" }],
    ['f(() => {\n    a();\n});\ng(() => {\n    b();\n});\n', { indent: '    ' }],
    ['f(() => {\n\ta();\n});\n', { indent: '\t' }],
    ['a();\r\nb();\r\n', { lineEnd: '\r\n' }],
  ])('%j', (text, style) => {
    expect(parsed(text).style).toMatchObject(style);
  });
});
