import { describe, expect, it } from 'vitest';
import { type CreateEngine, createWorkspace } from '../workspace.js';

interface CallSite {
  readonly setUp: string;
  readonly call: string;
  /** `index(err, data)`, with ` this` when the callee needs its object; or the answer. */
  readonly callback: string;
}

/** Plain JavaScript in a folder of its own: all that is known comes from types that leakfix brings along. */
const callSites: readonly CallSite[] = [
  {
    setUp: `const fs = require('fs');`,
    call: `fs.readFile('a', 'utf8', (e, d) => {})`,
    callback: '2(err, data)',
  },
  { setUp: `const fs = require('fs');`, call: `fs.readFile('a', (e, d) => {})`, callback: '1(err, data)' },
  { setUp: `import fs from 'node:fs';`, call: `fs.stat('a', (e, d) => {})`, callback: '1(err, stats)' },
  { setUp: `const { mkdir } = require('fs');`, call: `mkdir('a', (e) => {})`, callback: '1(err)' },
  {
    setUp: `const { exec } = require('child_process');`,
    call: `exec('ls', (e, out) => {})`,
    callback: '1(error, stdout, stderr)',
  },
  {
    setUp: `const crypto = require('crypto');`,
    call: `crypto.randomBytes(8, (e, b) => {})`,
    callback: '1(err, buf)',
  },
  { setUp: `const crypto = require('crypto');`, call: `crypto.randomBytes(8)`, callback: 'no' },
  {
    setUp: `const c = require('mysql').createConnection({});`,
    call: `c.query('select 1', [1], (e, rows) => {})`,
    callback: '2(err, results, fields) this',
  },
  {
    setUp: `const c = require('mysql').createConnection({});`,
    call: `c.end(() => {})`,
    callback: '0(err) this',
  },
  {
    setUp: `const { Client } = require('pg'); const c = new Client();`,
    call: `c.query('select 1', (e, r) => {})`,
    callback: '1(err, result) this',
  },
  {
    setUp: `const jwt = require('jsonwebtoken');`,
    call: `jwt.verify('t', 's', (e, d) => {})`,
    callback: '2(error, decoded)',
  },
  { setUp: `const jwt = require('jsonwebtoken');`, call: `jwt.verify('t', 's')`, callback: 'no' },
  {
    setUp: `const bcrypt = require('bcrypt');`,
    call: `bcrypt.hash('p', 10, (e, h) => {})`,
    callback: '2(err, encrypted)',
  },
  {
    setUp: `const xml2js = require('xml2js');`,
    call: `xml2js.parseString('<a/>', (e, r) => {})`,
    callback: '1(err, result)',
  },
  {
    setUp: `const fs = require('graceful-fs');`,
    call: `fs.readFile('a', (e, d) => {})`,
    callback: '1(err, data)',
  },
  { setUp: '', call: `setTimeout(() => {}, 10)`, callback: 'no' },
  { setUp: '', call: `[1].forEach((e) => {})`, callback: 'no' },
  { setUp: `const fs = require('fs');`, call: `fs.exists('a', (yes) => {})`, callback: 'no' },
  {
    setUp: `const http = require('http');`,
    call: `http.get('http://a', (response) => {})`,
    callback: 'no',
  },
  {
    setUp: `const e = new (require('events'))();`,
    call: `e.on('error', (err) => {})`,
    callback: 'no',
  },
  {
    setUp: `function load(id, done) { done(null, id); }`,
    call: `load(1, (e, d) => {})`,
    callback: 'unknown',
  },
  { setUp: `const lib = require('no-such-lib');`, call: `lib.load((err, x) => {})`, callback: 'unknown' },
  { setUp: `const fs = require('fs');`, call: `fs.readFile(...process.argv, () => {})`, callback: 'unknown' },
];

export function describeCallbacks(create: CreateEngine): void {
  describe('errorFirstCallback', () => {
    it.each(callSites)('$setUp $call: $callback', async ({ setUp, call, callback }) => {
      await using space = await createWorkspace(create, { 'a.js': `${setUp}\n${call};\n` });
      const answer = space.oracle.errorFirstCallback(space.range('a.js', call));
      const said =
        answer.is === 'yes'
          ? `${answer.value.argumentIndex}(${answer.value.parameters.join(', ')})${answer.value.usesThis ? ' this' : ''}`
          : answer.is;
      expect(said).toBe(callback);
    });

    it('says what the callback receives and what the call returns', async () => {
      const call = `fs.readFile('a', 'utf8', (err, data) => {})`;
      await using space = await createWorkspace(create, {
        'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "commonjs" } }',
        'a.ts': `import * as fs from 'fs';\n${call};\n`,
      });
      expect(space.oracle.errorFirstCallback(space.range('a.ts', call))).toEqual({
        is: 'yes',
        value: {
          argumentIndex: 2,
          parameters: ['err', 'data'],
          parameterTypes: ['NodeJS.ErrnoException | null', 'string'],
          returnType: 'void',
          usesThis: false,
        },
      });
    });

    it.each([
      { major: '^2.8.0', is: 'yes' },
      { major: '3.1.2', is: 'yes' },
      { major: '^4.0.0', is: 'unknown' },
      { major: '>=2', is: 'unknown' },
      { major: '*', is: 'unknown' },
    ])('uses bundled types only for the major they describe: redis $major', async ({ major, is }) => {
      const call = `client.get('a', (err, value) => {})`;
      await using space = await createWorkspace(create, {
        'package.json': JSON.stringify({ dependencies: { redis: major } }),
        'a.js': `const client = require('redis').createClient();\n${call};\n`,
      });
      expect(space.oracle.errorFirstCallback(space.range('a.js', call)).is).toBe(is);
    });

    it('prefers the types that the project has', async () => {
      const call = `mysql.query('select 1', (err, rows) => {})`;
      await using space = await createWorkspace(create, {
        'node_modules/mysql/package.json': '{ "name": "mysql", "version": "9.0.0", "types": "index.d.ts" }',
        'node_modules/mysql/index.d.ts':
          'export function query(sql: string, done: (code: number) => void): void;',
        'a.js': `const mysql = require('mysql');\n${call};\n`,
      });
      expect(space.oracle.errorFirstCallback(space.range('a.js', call))).toEqual({ is: 'no' });
    });
  });
}
