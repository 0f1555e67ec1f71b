import { describe, expect, it } from 'vitest';
import { discover } from './handler-project.js';

/** A function that only configuration can tell to be a handler. */
const FUNCTION = 'exports.main = (input) => input;\n';

describe('serverless.yml', () => {
  it('names handlers relative to its own folder', async () => {
    const { handlers } = await discover({
      'services/orders/serverless.yml':
        'provider: { name: aws }\nfunctions:\n  get:\n    handler: src/get.main\n',
      'services/orders/src/get.js': FUNCTION,
      'src/get.js': FUNCTION,
    });
    expect(handlers).toEqual(['services/orders/src/get.js:main configuration']);
  });

  it.each(['get.js', 'get.ts', 'get.mjs', 'get.cjs', 'get/index.js'])(
    'finds the module as %s',
    async (path) => {
      const { handlers } = await discover({
        'serverless.yml': 'functions:\n  get:\n    handler: get.main\n',
        [path]: path.endsWith('.mjs') ? 'export const main = (input) => input;\n' : FUNCTION,
      });
      expect(handlers).toEqual([`${path}:main configuration`]);
    },
  );

  it('reads functions from a list, from other files, and through variables of its own', async () => {
    const { handlers, missing } = await discover({
      'serverless.yml': [
        'custom: { code: lib }',
        'functions:',
        '  - ${file(./functions/one.yml)}',
        '  - ${file(functions/two.yml):nested.functions}',
        '  - three: ${file(functions/three.json)}',
        '  - four: { handler: "${self:custom.code}/four.main" }',
      ].join('\n'),
      'functions/one.yml': 'one:\n  handler: lib/one.main\n',
      'functions/two.yml': 'nested:\n  functions:\n    two:\n      handler: lib/two.main\n',
      'functions/three.json': '{ "handler": "lib/three.main" }',
      'lib/one.js': FUNCTION,
      'lib/two.js': FUNCTION,
      'lib/three.js': FUNCTION,
      'lib/four.js': FUNCTION,
      'lib/five.js': FUNCTION,
    });
    expect(handlers).toEqual(
      ['one', 'two', 'three', 'four'].map((name) => `lib/${name}.js:main configuration`),
    );
    expect(missing).toEqual([]);
  });

  it('knows serverless.yaml, serverless.json and one file for each stage', async () => {
    const { handlers } = await discover({
      'a/serverless.yaml': 'functions: { f: { handler: f.main } }',
      'b/serverless.json': '{"functions": {"f": {"handler": "f.main"}}}',
      'c/serverless.prod.yml': 'functions: { f: { handler: f.main } }',
      'a/f.js': FUNCTION,
      'b/f.js': FUNCTION,
      'c/f.js': FUNCTION,
    });
    expect(handlers).toHaveLength(3);
  });

  it('reads the workers of constructs', async () => {
    const { handlers } = await discover({
      'serverless.yml': 'constructs:\n  jobs:\n    type: queue\n    worker:\n      handler: jobs.main\n',
      'jobs.js': FUNCTION,
    });
    expect(handlers).toEqual(['jobs.js:main configuration']);
  });

  it.each(['azure', 'google', 'openwhisk', 'tencent', 'cloudflare'])(
    'says that functions of the provider %s are no Lambda handlers, whatever they look like',
    async (provider) => {
      const { handlers } = await discover({
        'serverless.yml': `provider:\n  name: ${provider}\nfunctions:\n  get:\n    handler: get.handler\n`,
        'get.js': 'exports.handler = (event, context, callback) => callback(null, event);\n',
      });
      expect(handlers).toEqual([]);
    },
  );

  it('leaves functions of other languages alone', async () => {
    const { handlers, missing } = await discover({
      'serverless.yml':
        'provider: { name: aws, runtime: python3.12 }\nfunctions:\n  a: { handler: a.main }\n  b: { handler: b.main, runtime: nodejs22.x }\n',
      'a.js': FUNCTION,
      'b.js': FUNCTION,
    });
    expect(handlers).toEqual(['b.js:main configuration']);
    expect(missing).toEqual([]);
  });

  it('is reported and ignored when it is broken', async () => {
    const { handlers, problems } = await discover({
      'serverless.yml': 'functions:\n  get: {handler: get.main\n   bad: [',
      'get.js': FUNCTION,
      'other.js': 'exports.handler = async (event, context) => event;\n',
    });
    expect(handlers).toEqual(['other.js:handler shape']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^serverless\.yml: ./);
  });

  it('is not expanded without measure', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`,
    );
    const { problems } = await discover({
      'serverless.yml': ['a0: &a0 [x]', ...levels, 'functions: *a12'].join('\n'),
    });
    expect(problems).toHaveLength(1);
  });
});

describe('serverless.ts', () => {
  it('names handlers in itself and in the files it imports', async () => {
    const { handlers } = await discover({
      'serverless.ts': [
        "import hello from '@functions/hello';",
        "import { jobs } from './src/jobs';",
        "export default { provider: { name: 'aws' }, functions: { hello, jobs, get: { handler: 'src/get.main' } } };",
      ].join('\n'),
      'src/functions/hello/index.ts':
        "import { handlerPath } from '@libs/handler-path';\nexport default { handler: `${handlerPath(__dirname)}/handler.main` };\n",
      'src/functions/hello/handler.ts': 'export const main = async (input: string) => input;\n',
      'src/jobs.ts': "export const jobs = { handler: 'src/run.main' };\n",
      'src/run.ts': 'export const main = async (input: string) => input;\n',
      'src/get.ts': 'export const main = async (input: string) => input;\n',
    });
    expect(handlers).toEqual([
      'src/functions/hello/handler.ts:main configuration',
      'src/run.ts:main configuration',
      'src/get.ts:main configuration',
    ]);
  });
});

describe('SAM and CloudFormation', () => {
  it('names handlers relative to CodeUri, with globals', async () => {
    const { handlers, missing } = await discover({
      'infrastructure/orders.yaml': [
        "AWSTemplateFormatVersion: '2010-09-09'",
        'Globals:',
        '  Function:',
        '    CodeUri: ../src',
        '    Runtime: nodejs20.x',
        'Resources:',
        '  Get:',
        '    Type: AWS::Serverless::Function',
        '    Properties:',
        '      Handler: get.main',
        '      Environment: { Variables: { TABLE: !Ref Table, ARN: !GetAtt Table.Arn } }',
        '      Role: !Join [":", [a, !Sub "${B}"]]',
        '  Put:',
        '    Type: AWS::Serverless::Function',
        '    Properties:',
        '      CodeUri: !Sub ../lib',
        '      Handler: put.main',
        '  Other:',
        '    Type: AWS::Serverless::Function',
        '    Properties: { Handler: !Ref Name }',
      ].join('\n'),
      'src/get.js': FUNCTION,
      'lib/put.js': FUNCTION,
      'src/put.js': FUNCTION,
    });
    expect(handlers).toEqual(['src/get.js:main configuration', 'lib/put.js:main configuration']);
    expect(missing).toEqual([]);
  });

  it('reads JSON templates and any nesting', async () => {
    const resource = {
      Type: 'AWS::Lambda::Function',
      Properties: { Handler: 'get.main', Code: './src', Runtime: 'nodejs20.x' },
    };
    const { handlers } = await discover({
      'stack.template': JSON.stringify({
        Resources: { 'Fn::ForEach::All': ['N', ['a'], { Get: resource }] },
      }),
      'src/get.js': FUNCTION,
    });
    expect(handlers).toEqual(['src/get.js:main configuration']);
  });

  it('finds the source of a built folder through tsconfig and entry points', async () => {
    const { handlers } = await discover({
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      'template.yaml': [
        'Resources:',
        '  Get:',
        '    Type: AWS::Serverless::Function',
        '    Properties: { CodeUri: dist/, Handler: get.main }',
        '  Put:',
        '    Type: AWS::Serverless::Function',
        '    Metadata: { BuildMethod: esbuild, BuildProperties: { EntryPoints: [code/put.ts] } }',
        '    Properties: { Handler: put.main }',
      ].join('\n'),
      'src/get.ts': 'export const main = async (input: string) => input;\n',
      'code/put.ts': 'export const main = async (input: string) => input;\n',
    });
    expect(handlers).toEqual(['src/get.ts:main configuration', 'code/put.ts:main configuration']);
  });

  it('expects nothing of inline code, buckets and other languages', async () => {
    const { handlers, missing } = await discover({
      'template.yml': [
        'Resources:',
        '  Inline:',
        '    Type: AWS::Lambda::Function',
        '    Properties: { Handler: index.handler, Code: { ZipFile: "exports.handler = 1" } }',
        '  Bucket:',
        '    Type: AWS::Lambda::Function',
        '    Properties: { Handler: away.handler, Code: { S3Bucket: b, S3Key: k } }',
        '  Python:',
        '    Type: AWS::Serverless::Function',
        '    Properties: { Handler: app.main, Runtime: python3.12 }',
      ].join('\n'),
      'index.js': FUNCTION,
    });
    expect(handlers).toEqual([]);
    expect(missing).toEqual([]);
  });

  it('takes lines inside braces and brackets however they are indented, as CloudFormation does', async () => {
    const { handlers, problems } = await discover({
      'template.yaml': [
        'Resources:',
        '  Api:',
        '    Type: AWS::Serverless::Api',
        '    Properties:',
        '      Policy:',
        '        Statement: [{',
        '          "Effect": "Allow"',
        '        }]',
        '  One:',
        '    Type: AWS::Serverless::Function',
        '    Properties: {',
        '  Handler: one.main,',
        '    CodeUri: lib',
        '    }',
        '  Two:',
        '    Type: AWS::Serverless::Function',
        '    Properties:',
        '      Handler: two.main',
        '      CodeUri: lib',
      ].join('\n'),
      'lib/one.js': FUNCTION,
      'lib/two.js': FUNCTION,
    });
    expect(handlers).toEqual(['lib/one.js:main configuration', 'lib/two.js:main configuration']);
    expect(problems).toEqual([]);
  });

  it('is reported when its braces are never closed', async () => {
    const { handlers, problems } = await discover({
      'template.yaml': [
        'Resources:',
        '  One:',
        '    Type: AWS::Serverless::Function',
        '    Properties: {',
        '  Handler: one.main',
      ].join('\n'),
      'one.js': FUNCTION,
    });
    expect(handlers).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('is reported and ignored when it is broken', async () => {
    const { problems } = await discover({
      'template.yaml': 'Resources:\n  F:\n    Type: AWS::Lambda::Function\n   Handler: [',
      'other.yaml': 'not: [a template',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^template\.yaml: ./);
  });
});

describe('handlers that are named but not defined', () => {
  it('are missing when the file is not there or does not export the name', async () => {
    const { missing } = await discover(
      {
        'serverless.yml':
          'functions:\n  a: { handler: gone.main }\n  b: { handler: there.other }\n  c: { handler: there.main }\n',
        'there.js': FUNCTION,
      },
      { extra: ['there.js:main', 'nowhere.js:handler'] },
    );
    expect(missing).toEqual(['gone.main', 'there.other', 'nowhere.js:handler']);
  });

  it('are not missing when they lie outside the run', async () => {
    const { missing } = await discover({
      'orders/serverless.yml':
        'functions:\n  a: { handler: get.main }\n  b: { handler: run.main, runtime: python3.12 }\n',
      'users/serverless.yml': 'functions:\n  a: { handler: gone.main }\n',
      'orders/get.js': FUNCTION,
    });
    expect(missing).toEqual([]);
  });

  it('are followed to the module that a re-export takes them from', async () => {
    const { handlers, missing } = await discover({
      'serverless.yml':
        'functions:\n  a: { handler: index.get }\n  b: { handler: index.put }\n  c: { handler: index.list }\n',
      'index.js':
        "const put = require('./put');\nexports.get = require('./get').main;\nexports.put = put.main;\nObject.assign(exports, {});\n",
      'index.ts': "export * from './list';\n",
      'get.js': FUNCTION,
      'put.js': FUNCTION,
      'list.ts': 'export const list = (input: string) => input;\n',
    });
    expect(handlers).toEqual([
      'get.js:main configuration',
      'put.js:main configuration',
      'list.ts:list configuration',
    ]);
    expect(missing).toEqual([]);
  });
});

describe('the --handler option', () => {
  it('names a handler by file and export', async () => {
    const { handlers } = await discover(
      { 'src/jobs.js': 'exports.run = (a) => a;\nexports.handler = (a) => a;\n' },
      { extra: ['src/jobs.js:run', 'src/jobs.js'] },
    );
    expect(handlers).toEqual(['src/jobs.js:run option', 'src/jobs.js:handler option']);
  });

  it('has no effect on the platform node, like everything else', async () => {
    const { handlers, missing } = await discover(
      { 'a.js': 'exports.handler = (event, context, callback) => callback();\n' },
      { extra: ['a.js:handler'], platform: 'node' },
    );
    expect(handlers).toEqual([]);
    expect(missing).toEqual([]);
  });
});
