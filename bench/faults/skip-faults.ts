import { type Complaint, type Fault, firstOf, leakyCode, type Place, readText } from './fault.js';

const CODE = leakyCode();

function makeSkipFault(
  row: number,
  title: string,
  unwanted: readonly string[],
  contents: Readonly<Record<string, string>>,
): Fault {
  const all = { ...Object.fromEntries(unwanted.map((name) => [name, CODE])), ...contents, 'src/a.js': CODE };
  return {
    row,
    title,
    contents: all,
    judge: async (place: Place): Promise<Complaint> => {
      const texts = await Promise.all(unwanted.map((name) => readText(place, name)));
      return firstOf({
        'rewritten all the same': unwanted.some(
          (name, index) => texts[index] !== all[name as keyof typeof all],
        ),
        'other file not done': (await readText(place, 'src/a.js')) === CODE,
      });
    },
  };
}

/** Files that nobody wants rewritten. */
export const SKIP_FAULTS: readonly Fault[] = [
  makeSkipFault(18, 'node_modules skipped', ['src/node_modules/x/index.js'], {}),
  makeSkipFault(19, 'dist/ and `@generated` skipped', ['src/dist/x.js', 'src/made.js'], {
    'src/tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
    'src/made.js': `// @generated\n${CODE}`,
  }),
  makeSkipFault(20, '`*.min.js` skipped', ['src/x.min.js'], {}),
  makeSkipFault(21, '.gitignore obeyed', ['src/local.js', 'src/private/x.js'], {
    '.gitignore': 'local.js\nprivate/\n',
  }),
];
