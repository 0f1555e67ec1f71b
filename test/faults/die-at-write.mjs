import { open } from 'node:fs/promises';

/** Loaded before a command under test: kills the process half-way through its n-th write of a whole content. */
const probe = await open(process.execPath, 'r');
const prototype = Object.getPrototypeOf(probe);
await probe.close();

const { writeFile } = prototype;
let left = Number(process.env.DIE_AT_WRITE);

prototype.writeFile = async function writeOrDie(data, ...rest) {
  left -= 1;
  if (left > 0) return writeFile.call(this, data, ...rest);
  await writeFile.call(this, data.slice(0, data.length / 2));
  return process.kill(process.pid, 'SIGKILL');
};
