import { type Complaint, type Fault, firstOf, leakyCode, type Place, readText } from './fault.js';

const CODE = leakyCode();

/** A file of 20 KB, which is more than the limit of 4 KB that stands for a full disk. */
export const LARGE_CODE = CODE + '// padding\n'.repeat(1_800);

export const WRITE_FAULTS: readonly Fault[] = [
  {
    row: 24,
    title: 'write fails half-way',
    contents: { 'src/a.js': LARGE_CODE },
    launch: 'with a small file size limit',
    judge: (place, { exitCode }) => judgeWholeness(place, exitCode === 0),
  },
  {
    row: 25,
    title: 'SIGKILL at the first write',
    contents: { 'src/a.js': LARGE_CODE },
    launch: 'dies at its first write',
    judge: (place) => judgeWholeness(place, false),
  },
];

async function judgeWholeness(place: Place, isExitZero: boolean): Promise<Complaint> {
  const text = await readText(place, 'src/a.js');
  return firstOf({
    [`torn: ${text.length} of ${LARGE_CODE.length} bytes`]: Math.abs(text.length - LARGE_CODE.length) > 100,
    'not done, exit 0': text === LARGE_CODE && isExitZero,
  });
}
