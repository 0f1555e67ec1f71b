import type * as t from '@babel/types';
import { describe, expect, it } from 'vitest';
import { toTopLevelEdits } from '../../src/edit/change-set.js';
import { applyEdits } from '../../src/edit/text-edit.js';
import { type PromiseForm, promiseFormOf } from '../../src/flow/promise-form.js';
import type { TransformOptions } from '../../src/options.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { contextWithoutTypes, contextWithTypes, parsed } from './context.js';

/** The calls whose last argument is the name `cb`, in source order. */
function callsWithCallback(file: SyntaxFile): readonly t.CallExpression[] {
  return file.nodes('CallExpression').filter((call) => {
    const last = call.arguments.at(-1);
    return last?.type === 'Identifier' && last.name === 'cb';
  });
}

function formsIn(text: string, options: Partial<TransformOptions> = {}): (PromiseForm | string)[] {
  const file = parsed(text);
  const context = contextWithoutTypes([file], options);
  return callsWithCallback(file).map((call) => {
    const result = promiseFormOf(context, file, call);
    return 'form' in result ? result.form : result.refusal.code;
  });
}

function calleesIn(text: string, options: Partial<TransformOptions> = {}): string[] {
  return formsIn(text, options).map((form) =>
    typeof form === 'string' ? form : `${form.callee}()${form.suffix}`,
  );
}

/** The file's text after all that its calls ask of its top. */
function withTopLevel(text: string): string {
  const requests = formsIn(text).flatMap((form) => (typeof form === 'string' ? [] : form.topLevel));
  const unique = requests.filter(
    ({ key }, index) => requests.findIndex((other) => other.key === key) === index,
  );
  return applyEdits(text, toTopLevelEdits(unique));
}

describe('core modules', () => {
  it('finds the function through every kind of import', () => {
    const call = (head: string, callee: string): string[] => calleesIn(`${head}\n${callee}('a', cb);`);
    expect(call("const fs = require('fs');", 'fs.readFile')).toEqual(['readFileAsync()']);
    expect(call("const { readFile } = require('node:fs');", 'readFile')).toEqual(['readFileAsync()']);
    expect(call("const { readFile: read } = require('fs');", 'read')).toEqual(['readFileAsync()']);
    expect(call("const read = require('fs').readFile;", 'read')).toEqual(['readFileAsync()']);
    expect(call("import fs from 'fs';", 'fs.readFile')).toEqual(['readFileAsync()']);
    expect(call("import * as fs from 'node:fs';", 'fs.readFile')).toEqual(['readFileAsync()']);
    expect(call("import { readFile as read } from 'fs';", 'read')).toEqual(['readFileAsync()']);
    expect(call('', "require('fs').readFile")).toEqual(['readFileAsync()']);
  });

  it('refuses what the file does not tell', () => {
    expect(calleesIn('function f(fs) { fs.readFile(p, cb); }')).toEqual(['unknown-callee']);
    expect(calleesIn("let fs = require('fs'); fs = mock; fs.readFile(p, cb);")).toEqual(['unknown-callee']);
    expect(calleesIn("const fs = require('fs'); fs[name](p, cb);")).toEqual(['unknown-callee']);
    expect(calleesIn('const a = a.b; a.readFile(p, cb);')).toEqual(['unknown-callee']);
    expect(calleesIn("const fs = require('fs'); fs.readFile(...args, cb);")).toEqual(['not-convertible']);
    expect(calleesIn("const fs = require('fs'); fs.exists(p, cb);")).toEqual(['not-convertible']);
  });

  it('knows several results', () => {
    const results = (text: string): unknown =>
      formsIn(text).map((form) => (typeof form === 'string' ? form : form.results));
    expect(results("require('child_process').exec('ls', cb);")).toEqual([
      { kind: 'object', properties: ['stdout', 'stderr'] },
    ]);
    expect(results("require('dns').lookup('a', cb);")).toEqual([
      { kind: 'object', properties: ['address', 'family'] },
    ]);
    expect(results("require('dns').lookup('a', { all: true }, cb);")).toEqual([{ kind: 'value' }]);
    expect(results("require('dns').lookup('a', options, cb);")).toEqual(['not-convertible']);
    expect(results("require('fs').unlink('a', cb);")).toEqual([{ kind: 'none' }]);
  });

  it('uses the promise API that the file has, or when told to', () => {
    const fs = "const fs = require('fs');\n";
    expect(calleesIn(`${fs}const fsp = require('fs/promises'); fs.readFile('a', cb);`)).toEqual([
      'fsp.readFile()',
    ]);
    expect(calleesIn(`${fs}const { stat } = fs.promises; fs.stat('a', cb);`)).toEqual(['stat()']);
    expect(calleesIn(`${fs}fs.readFile('a', cb);`, { promiseStyle: 'native' })).toEqual([
      'fs.promises.readFile()',
    ]);
    expect(calleesIn(`${fs}fs.readFile(fd, cb);`, { promiseStyle: 'native' })).toEqual(['readFileAsync()']);
    expect(calleesIn(`${fs}fs.open('a', 'r', cb);`, { promiseStyle: 'native' })).toEqual(['openAsync()']);
  });
});

describe('promisified constants', () => {
  it('stand behind the requires of the head, each once', () => {
    const text =
      "#!/usr/bin/env node\n'use strict';\n// header\nvar fs = require('fs');\nvar x = require('./x')();\nrun();\nvar y = require('y');\nfs.stat(a, cb); fs.stat(b, cb); fs.lstat(c, cb);\n";
    expect(withTopLevel(text)).toBe(
      text.replace(
        'run();',
        "const { promisify } = require('util');\n\nconst statAsync = promisify(fs.stat);\nconst lstatAsync = promisify(fs.lstat);\n\nrun();",
      ),
    );
  });

  it('come after the module is bound', () => {
    const text = "const a = require('a');\na();\nconst fs = require('fs');\nfs.stat(a, cb);\n";
    expect(withTopLevel(text)).toBe(
      "const a = require('a');\nconst { promisify } = require('util');\na();\nconst fs = require('fs');\n\nconst statAsync = promisify(fs.stat);\n\nfs.stat(a, cb);\n",
    );
  });

  it('stand behind a line on the console', () => {
    const head = "console.log('Loading');\nconst fs = require('fs');\n";
    expect(withTopLevel(`${head}fs.stat(a, cb);\n`)).toBe(
      `${head}const { promisify } = require('util');\n\nconst statAsync = promisify(fs.stat);\n\nfs.stat(a, cb);\n`,
    );
  });

  it('are made at the call when the module is bound elsewhere or not always', () => {
    expect(calleesIn("function f() { const fs = require('fs'); fs.stat(a, cb); }")).toEqual([
      'promisify(fs.stat)()',
    ]);
    expect(calleesIn("if (x) { var fs = require('fs'); }\nfs.stat(a, cb);")).toEqual([
      'promisify(fs.stat)()',
    ]);
  });

  it('are reused, unless something hides them', () => {
    const head = "const util = require('util');\nconst fs = require('fs');\n";
    expect(calleesIn(`${head}const st = util.promisify(fs.stat);\nfs.stat(a, cb);`)).toEqual(['st()']);
    expect(calleesIn(`${head}const st = util.promisify(fs.stat);\n(st) => { fs.stat(a, cb); };`)).toEqual([
      'statAsync()',
    ]);
    expect(withTopLevel(`${head}fs.stat(a, cb);\n`)).toBe(
      `${head}\nconst statAsync = util.promisify(fs.stat);\n\nfs.stat(a, cb);\n`,
    );
  });

  it('get names that the file does not have', () => {
    const fs = "const fs = require('fs');\n";
    expect(calleesIn(`${fs}const statAsync = 1;\nfs.stat(a, cb);`)).toEqual(['fsStatAsync()']);
    expect(
      calleesIn(`${fs}const promisify = 1;\n() => { const fs = require('fs'); fs.stat(a, cb); };`),
    ).toEqual(['promisify2(fs.stat)()']);
  });

  it('use the module system and the style of the file', () => {
    const text =
      'import { readFile } from "fs"\nimport x from "x"\n\nexport const f = () => readFile("a", cb)\n';
    expect(withTopLevel(text)).toBe(
      'import { readFile } from "fs"\nimport x from "x"\nimport { promisify } from "util"\n\nconst readFileAsync = promisify(readFile)\n\nexport const f = () => readFile("a", cb)\n',
    );
  });
});

describe('aws-sdk', () => {
  it('knows v2 clients by what the file says', () => {
    const sdk = "const AWS = require('aws-sdk');\n";
    const v2 = ['s3.getObject().promise()'];
    expect(calleesIn(`${sdk}const s3 = new AWS.S3(); s3.getObject(p, cb);`)).toEqual(v2);
    expect(calleesIn(`${sdk}var s3; s3 = new AWS.S3(); s3.getObject(p, cb);`)).toEqual(v2);
    expect(calleesIn("const { S3 } = require('aws-sdk'); const s3 = new S3(); s3.getObject(p, cb);")).toEqual(
      v2,
    );
    expect(calleesIn("import { S3 } from 'aws-sdk'; const s3 = new S3(); s3.getObject(p, cb);")).toEqual(v2);
    expect(
      calleesIn("import S3 from 'aws-sdk/clients/s3'; const s3 = new S3(); s3.getObject(p, cb);"),
    ).toEqual(v2);
    expect(
      calleesIn(
        "const X = require('aws-xray-sdk'); const AWS = X.captureAWS(require('aws-sdk')); const s3 = new AWS.S3(); s3.getObject(p, cb);",
      ),
    ).toEqual(v2);
    expect(calleesIn(`${sdk}new AWS.DynamoDB.DocumentClient().get(p, cb);`)).toEqual([
      'new AWS.DynamoDB.DocumentClient().get().promise()',
    ]);
    expect(
      calleesIn(
        `${sdk}class A { constructor() { this.db = new AWS.DynamoDB(); } f() { this.db.getItem(p, cb); } }`,
      ),
    ).toEqual(['this.db.getItem().promise()']);
    expect(calleesIn(`${sdk}const s3 = new AWS.S3(); s3.getObject(p).send(cb);`)).toEqual([
      's3.getObject(p).promise()',
    ]);
  });

  it('refuses what sends no request, and what may be something else', () => {
    const sdk = "const AWS = require('aws-sdk');\n";
    expect(calleesIn(`${sdk}const s3 = new AWS.S3(); s3.getSignedUrl('getObject', p, cb);`)).toEqual([
      's3GetSignedUrlAsync()',
    ]);
    expect(calleesIn(`${sdk}const rds = new AWS.RDS(); rds.on('complete', cb);`)).toEqual([
      'not-convertible',
    ]);
    expect(calleesIn(`${sdk}const c = new AWS.EC2MetadataCredentials(); c.get(cb);`)).toEqual([
      'unknown-callee',
    ]);
    expect(calleesIn(`${sdk}let s3 = new AWS.S3(); s3 = fake; s3.getObject(p, cb);`)).toEqual([
      'unknown-callee',
    ]);
    expect(calleesIn(`${sdk}let a = b, b = a; a.getObject(p, cb);`)).toEqual(['unknown-callee']);
  });

  it('drops the callback of v3 clients', () => {
    expect(
      calleesIn(
        "import { S3Client } from '@aws-sdk/client-s3'; const c = new S3Client(); c.send(command, cb);",
      ),
    ).toEqual(['c.send()']);
  });
});

describe('packages', () => {
  const inTypedFile = (text: string): string[] => {
    const context = contextWithTypes({ 'index.js': text });
    return context.files.flatMap((file) =>
      callsWithCallback(file).map((call) => {
        const result = promiseFormOf(context, file, call);
        return 'form' in result ? `${result.form.callee}()${result.form.suffix}` : result.refusal.code;
      }),
    );
  };

  it('promisifies methods bound to their object, by name or at the call', () => {
    const mysql = "const mysql = require('mysql');\n";
    expect(
      inTypedFile(`${mysql}const db = mysql.createConnection({});\nfunction f(cb) { db.query('a', cb); }`),
    ).toEqual(['dbQueryAsync()']);
    expect(
      inTypedFile(`${mysql}function f(cb) { const db = mysql.createConnection({}); db.query('a', cb); }`),
    ).toEqual(['promisify(db.query).bind(db)()']);
    expect(inTypedFile(`${mysql}function f(cb) { mysql.createConnection({}).query('a', cb); }`)).toEqual([
      'not-convertible',
    ]);
  });

  it('reuses a bound constant', () => {
    expect(
      withTopLevel(
        "const mysql = require('mysql');\nconst db = mysql.createPool({});\ndb.query(a, cb);\ndb.query(b, cb);\n",
      ),
    ).toBe(
      "const mysql = require('mysql');\nconst { promisify } = require('util');\nconst db = mysql.createPool({});\nconst dbQueryAsync = promisify(db.query).bind(db);\n\ndb.query(a, cb);\ndb.query(b, cb);\n",
    );
    expect(
      calleesIn(
        "const { promisify } = require('util');\nconst db = require('mysql').createPool({});\nconst q = promisify(db.query).bind(db);\ndb.query(a, cb);\n",
      ),
    ).toEqual(['q()']);
  });

  it('drops the callback where the call then returns the promise', () => {
    expect(inTypedFile("const b = require('bcryptjs'); function f(cb) { b.hash('a', 1, cb); }")).toEqual([
      'b.hash()',
    ]);
  });

  it('refuses what calls back more than once', () => {
    expect(
      inTypedFile("const { Database } = require('sqlite3'); const db = new Database('a'); db.each('a', cb);"),
    ).toEqual(['not-convertible']);
  });

  it("gives request's body as a property of the response", () => {
    const results = (parameters: string, body: string): unknown => {
      const file = parsed(
        `const request = require('request');\nrequest('a', (${parameters}) => { ${body} });`,
      );
      const call = file.nodes('CallExpression').find(({ arguments: args }) => args.length === 2);
      if (!call) throw new Error('no call');
      const result = promiseFormOf(contextWithoutTypes([file]), file, call);
      return 'form' in result ? result.form.results : result.refusal.code;
    };
    expect(results('err, res', 'use(res);')).toEqual({ kind: 'value' });
    expect(results('err, res, body', 'use(body);')).toEqual({
      kind: 'object',
      properties: ['response', 'body'],
    });
    expect(results('err, res, body', 'use(res, body);')).toBe('not-convertible');
  });
});

describe('own functions', () => {
  const AWS = "const AWS = require('aws-sdk');\nconst db = new AWS.DynamoDB.DocumentClient();\n";
  const callOf = (declaration: string): string[] =>
    calleesIn(`${AWS}${declaration}\nfunction main() { getUser(1, cb); }`);

  it('promisifies what calls back once on every path', () => {
    const promisified = ['getUserAsync()'];
    expect(
      callOf(
        'function getUser(id, fn) { db.get({ id }, (err, data) => { if (err) { fn(err); } else { fn(null, data.Item); } }); }',
      ),
    ).toEqual(promisified);
    expect(
      callOf('function getUser(id, fn) { if (!id) return fn(new Error("id")); db.get({ id }, fn); }'),
    ).toEqual(promisified);
    expect(
      callOf('const getUser = (id, fn) => db.get({ id }, (err, data) => (err ? fn(err) : fn(null, data)));'),
    ).toEqual(promisified);
    expect(
      callOf(
        'function getUser(id, fn) { db.get({ id }, (err) => { if (err) return getUser(id, fn); fn(); }); }',
      ),
    ).toEqual(promisified);
  });

  it('leaves parameters behind the callback empty, as the call does', () => {
    expect(callOf('function getUser(id, fn, more) { db.get({ id }, fn); }')).toEqual(['getUserAsync()']);
  });

  it('refuses what may call back never, twice, or with several results', () => {
    const refused = ['not-convertible'];
    expect(
      callOf('function getUser(id, fn) { db.get({ id }, (err, data) => { if (data) fn(null, data); }); }'),
    ).toEqual(refused);
    expect(
      callOf('function getUser(id, fn) { db.get({ id }, (err) => { if (err) fn(err); fn(null, 1); }); }'),
    ).toEqual(refused);
    expect(callOf('function getUser(id, fn) { if (!id) return; db.get({ id }, fn); }')).toEqual(refused);
    expect(callOf('function getUser(id, fn) { db.get({ id }, () => fn(null, 1, 2)); }')).toEqual(refused);
    expect(callOf('function getUser(id, fn) { id.forEach((x) => fn(null, x)); }')).toEqual([
      'unknown-callee',
    ]);
    expect(callOf('function getUser(id, fn) { if (fn) db.get({ id }, fn); }')).toEqual(['getUserAsync()']);
    expect(callOf('function getUser(id, fn) { fn = wrap(fn); db.get({ id }, fn); }')).toEqual(refused);
    expect(callOf('function getUser(id, fn) { fn(null, 1); counter += 1; }')).toEqual(refused);
  });

  it('knows functions of other files, and makes no constant of a half-loaded module', () => {
    const users =
      "const fs = require('fs');\nexports.getUser = (id, done) => { fs.readFile(id, 'utf8', done); };\nexports.Store = class { load(id, done) { this.x = 1; fs.readFile(id, done); } };\n";
    const main = "const users = require('./users');\nfunction main(cb) { users.getUser(1, cb); }\n";
    const context = contextWithTypes({ 'index.js': main, 'users.js': users });
    const [file] = context.files;
    const [call] = file ? callsWithCallback(file) : [];
    if (!file || !call) throw new Error('no call');
    const result = promiseFormOf(context, file, call);
    expect('form' in result && result.form.callee).toBe('promisify(users.getUser)');
  });
});
