import { describe, expect, it } from 'vitest';
import { startedWork } from '../../src/flow/started-work.js';
import type { TransformContext } from '../../src/transform.js';
import { contextWithoutTypes, contextWithTypes, parsed } from './context.js';

interface Found {
  readonly work: readonly string[];
  readonly unknown: readonly string[];
}

/** What the function `f` of the first file starts, as source text. */
function foundIn(context: TransformContext): Found {
  const [file] = context.files;
  const fn = file?.functions().find((node) => 'id' in node && node.id?.name === 'f');
  if (!file || !fn) throw new Error('the test has no function f');
  const { work, unknown } = startedWork(context, file, fn);
  const text = ({ start, end }: { start: number; end: number }): string => file.text.slice(start, end);
  return { work: work.map(text), unknown: unknown.map(text) };
}

function inFiles(main: string, others: Readonly<Record<string, string>> = {}): Found {
  return foundIn(contextWithTypes({ 'index.js': main, ...others }));
}

const NOTHING: Found = { work: [], unknown: [] };

describe('startedWork', () => {
  it('knows timers, callback APIs, emitters and dropped promises', () => {
    expect(inFiles('function f() { setTimeout(() => {}, 10); clearTimeout(1); }').work).toEqual([
      'setTimeout(() => {}, 10)',
    ]);
    expect(inFiles("const fs = require('fs'); function f(cb) { fs.unlink('a', cb); }").work).toEqual([
      "fs.unlink('a', cb)",
    ]);
    expect(
      inFiles(
        "const http = require('http'); function f() { http.get('x', (r) => { r.on('end', () => {}); }); }",
      ).work,
    ).toEqual(["http.get('x', (r) => { r.on('end', () => {}); })", "r.on('end', () => {})"]);
    expect(inFiles('async function g() {} function f() { g(); }').work).toEqual(['g()']);
    expect(inFiles('async function g() {} function f() { g().catch(() => {}); }').work).toEqual([
      'g().catch(() => {})',
    ]);
    expect(inFiles('async function g() {} function f() { const p = g(); console.log(1); }').work).toEqual([
      'g()',
    ]);
  });

  it('looks into the functions of the project that are called', () => {
    const helper = "const fs = require('fs');\nexports.save = (x) => { fs.writeFile('a', x, () => {}); };\n";
    const main = "const { save } = require('./save');\nfunction f(x) { save(x); }";
    expect(inFiles(main, { 'save.js': helper }).work).toEqual(['save(x)']);
    expect(
      inFiles('function a() { b(); } function b() { a(); setTimeout(a, 1); } function f() { a(); b(); }')
        .work,
    ).toEqual(['a()', 'b()']);
    expect(inFiles('function a() { b(); } function b() { a(); } function f() { a(); }')).toEqual(NOTHING);
  });

  it('knows what is waited for', () => {
    const g = 'async function g() {}\n';
    expect(inFiles(`${g}async function f() { await g(); return g(); }`)).toEqual(NOTHING);
    expect(inFiles(`${g}async function f(xs) { await Promise.all(xs.map((x) => g(x))); }`)).toEqual(NOTHING);
    expect(inFiles(`${g}async function f() { const p = g(); console.log(1); await p; }`)).toEqual(NOTHING);
    expect(inFiles(`${g}async function f() { const ps = []; ps.push(g()); await Promise.all(ps); }`)).toEqual(
      NOTHING,
    );
    expect(inFiles(`${g}function f() { return g().then(() => g()); }`)).toEqual(NOTHING);
    expect(
      inFiles('async function f() { await new Promise((resolve) => { setTimeout(resolve, 10); }); }'),
    ).toEqual(NOTHING);
  });

  it('takes a dropped call that nothing is known about as unknown, and a used one as a computation', () => {
    const x = "const x = require('x');\n";
    expect(inFiles(`${x}function f() { x.start(); }`)).toEqual({ work: [], unknown: ['x.start()'] });
    expect(inFiles(`${x}function f() { return x.compute() + 1; }`)).toEqual(NOTHING);
  });

  it('knows plainly synchronous calls', () => {
    expect(
      inFiles(
        "const _ = require('lodash'); function f(event) { const a = []; a.push(1); console.log(a); event.Records.forEach((r) => { a.push(r); }); _.each(a, () => {}); JSON.stringify(a); new Map().set(1, 2); }",
      ),
    ).toEqual(NOTHING);
    expect(
      inFiles(
        "const winston = require('winston'); const log = winston.createLogger(); function f() { log.info(1); }",
      ),
    ).toEqual(NOTHING);
  });

  it("does not count the caller's own functions", () => {
    expect(
      inFiles('function f(event, context, callback) { callback(null, 1); context.succeed(1); }'),
    ).toEqual(NOTHING);
  });

  it('knows aws-sdk v2 without types', () => {
    const text =
      "const AWS = require('aws-sdk'); const s3 = new AWS.S3();\nfunction f(cb) { s3.putObject(a, () => {}); s3.putObject(b).promise(); return s3.putObject(c).promise(); }";
    expect(foundIn(contextWithoutTypes([parsed(text)])).work).toEqual([
      's3.putObject(a, () => {})',
      's3.putObject(b).promise()',
    ]);
  });
});
