import { expect, test } from 'vitest';
import { FileEdits } from '../../src/edit/file-edits.js';
import { applyEdits } from '../../src/edit/text-edit.js';
import { findLiteralRanges } from '../../src/syntax/literal-ranges.js';
import { SyntaxFile } from '../../src/syntax/syntax-file.js';

function editsFor(text: string, name = 'a.js'): FileEdits {
  const file = SyntaxFile.parse(`/${name}`, text);
  if (!(file instanceof SyntaxFile)) throw new Error(file.message);
  return new FileEdits({ text, indent: file.style.indent, literals: findLiteralRanges(file) });
}

function reindented(text: string, levels: number, name?: string): string {
  const edits = editsFor(text, name);
  edits.reindent(0, text.length, levels);
  return applyEdits(text, edits.toEdits());
}

test('the contents of a multi-line template stay when its block moves', () => {
  const text = 'f(() => {\n  const a = `\n  kept\n    kept\n`;\n  g(a);\n});\n';
  expect(reindented(text, -1)).toBe('f(() => {\nconst a = `\n  kept\n    kept\n`;\ng(a);\n});\n');
});

test('so does a string that goes on behind a backslash', () => {
  const text = "{\n  const a = 'one \\\n  two';\n  g(a);\n}\n";
  expect(reindented(text, -1)).toBe("{\nconst a = 'one \\\n  two';\ng(a);\n}\n");
});

test('and JSX text', () => {
  const text = '{\n  const a = <p>\n    kept\n  </p>;\n}\n';
  expect(reindented(text, 1, 'a.jsx')).toContain('\n    kept\n  </p>');
});

test('an expression inside a template that starts a line moves with its block only outside of the quoted parts', () => {
  const text = '{\n  const a = `x${\n    b\n  }y`;\n}\n';
  expect(reindented(text, -1)).toBe('{\nconst a = `x${\n  b\n}y`;\n}\n');
});

test('comments move with the code', () => {
  const text = '{\n  // one\n  /* two\n   * three */\n  a();\n}\n';
  expect(reindented(text, -1)).toBe('{\n// one\n/* two\n * three */\na();\n}\n');
});

test('tabs stay tabs', () => {
  const text = '{\n\t\ta();\n\t\tif (b) {\n\t\t\tc();\n\t\t}\n}\n';
  expect(reindented(text, -1)).toBe('{\n\ta();\n\tif (b) {\n\t\tc();\n\t}\n}\n');
});

test('nested ranges add up, blank lines stay blank, CRLF stays', () => {
  const text = 'a(\r\n    b(\r\n\r\n        c\r\n    )\r\n)\r\n';
  const edits = editsFor(text);
  edits.reindent(0, text.length, -1);
  edits.reindent(text.indexOf('b('), text.indexOf('    )'), -1);
  expect(applyEdits(text, edits.toEdits())).toBe('a(\r\nb(\r\n\r\nc\r\n)\r\n)\r\n');
});

test('a line that another edit removes is not indented as well', () => {
  const text = '{\n  a();\n  b();\n}\n';
  const edits = editsFor(text);
  edits.remove(text.indexOf('  a'), text.indexOf('  b'));
  edits.reindent(0, text.length, -1);
  expect(applyEdits(text, edits.toEdits())).toBe('{\nb();\n}\n');
});
