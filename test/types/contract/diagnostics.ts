import { describe, expect, it } from 'vitest';
import { type CreateEngine, createWorkspace } from '../workspace.js';

export function describeDiagnostics(create: CreateEngine): void {
  describe('diagnostics', () => {
    it('finds a name that plain JavaScript does not declare', async () => {
      await using space = await createWorkspace(create, {
        'a.js': `exports.f = function (a) {\n  return [a, data];\n};\n`,
      });
      const { start } = space.range('a.js', 'data');
      expect(space.oracle.diagnostics([space.path('a.js')])).toEqual([
        {
          file: space.path('a.js'),
          start,
          line: 2,
          column: 14,
          code: 2304,
          message: "Cannot find name 'data'.",
        },
      ]);
    });

    it('finds type errors that a rewrite made', async () => {
      await using space = await createWorkspace(create, {
        'a.ts': `export function f(): number { return 1; }\nexport const twice = f() * 2;\n`,
        'b.ts': `import { f } from './a';\nexport const g: number = f();\n`,
      });
      const files = [space.path('a.ts'), space.path('b.ts')];
      expect(space.oracle.diagnostics(files)).toEqual([]);
      space.update(
        'a.ts',
        `export async function f(): Promise<number> { return 1; }\nexport const twice = 2;\n`,
      );
      expect(space.oracle.diagnostics(files).map(({ file, code }) => [file, code])).toEqual([
        [space.path('b.ts'), 2322],
      ]);
    });

    it('finds syntax errors', async () => {
      await using space = await createWorkspace(create, { 'a.js': `function f() {\n` });
      expect(space.oracle.diagnostics([space.path('a.js')]).map(({ code }) => code)).toContain(1005);
    });
  });
}
