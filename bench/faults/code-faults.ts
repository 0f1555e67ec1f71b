import {
  type Complaint,
  type Ending,
  type Fault,
  firstOf,
  leakyCode,
  type Place,
  readText,
} from './fault.js';

const CODE = leakyCode();
const OTHERS = { 'src/a.js': CODE, 'src/z.js': CODE };

function makeDeepFault(row: number, title: string, code: string): Fault {
  return {
    row,
    title,
    contents: { ...OTHERS, 'src/m.js': code },
    judge: async (place: Place, { exitCode, signal }: Ending): Promise<Complaint> => {
      const isDone = (await readText(place, 'src/m.js')) !== code;
      return firstOf({
        [`killed by ${signal ?? ''}`]: signal !== null,
        'other files not done': await areOthersLeft(place),
        'not done, exit 0': !isDone && exitCode === 0,
      });
    },
  };
}

async function areOthersLeft(place: Place): Promise<boolean> {
  return (await readText(place, 'src/a.js')) === CODE || (await readText(place, 'src/z.js')) === CODE;
}

/** With short lines, since what looks minified is skipped by leakfix before it is parsed. */
const SUM = `exports.sum =\n${'1 +\n'.repeat(10_000)}1;\n`;
const ARRAYS = `exports.deep = ${'[\n'.repeat(3_000)}${']\n'.repeat(3_000)};\n`;
const FUNCTIONS = `${'function f() {\n'.repeat(2_000)}${'}\n'.repeat(2_000)}`;
const LONG_LINE = `exports.all = [${'1,'.repeat(1_700_000)}1];\n`;
const BROKEN = `${CODE}\nfunction ( {\n`;

/** Code that breaks parsers and visitors. One bad file must not stop the others. */
export const CODE_FAULTS: readonly Fault[] = [
  makeDeepFault(14, '`1+1+…` 10,000 deep', `${CODE}${SUM}`),
  makeDeepFault(15, 'arrays 3,000 deep', `${CODE}${ARRAYS}`),
  makeDeepFault(16, 'functions 2,000 deep', `${CODE}${FUNCTIONS}`),
  {
    row: 17,
    title: '3.4 MB on one line',
    contents: { ...OTHERS, 'src/m.js': LONG_LINE },
    judge: async (place: Place, { signal, seconds }: Ending): Promise<Complaint> => {
      return firstOf({
        [`killed by ${signal ?? ''}`]: signal !== null,
        'other files not done': await areOthersLeft(place),
        'over a minute': seconds > 60,
      });
    },
  },
  {
    row: 23,
    title: 'file with a syntax error',
    contents: { ...OTHERS, 'src/m.js': BROKEN },
    judge: async (place: Place, { exitCode }: Ending): Promise<Complaint> => {
      return firstOf({
        modified: (await readText(place, 'src/m.js')) !== BROKEN,
        'other files not done': await areOthersLeft(place),
        'exit 0': exitCode === 0,
      });
    },
  },
];
