import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ContainerJob, PreparedModule } from './messages.js';
import type { Watch } from './observation.js';
import { prepareModule } from './module-source.js';
import type { RuntimeName } from './runtime-name.js';

export interface HandlerPlace {
  /** The file that exports the handler. It must exist, also when `overlay` has another text for it. */
  file: string;
  exportName: string;
  runtime: RuntimeName;
  /** Texts that take the place of those on disk, by path. */
  overlay?: Readonly<Record<string, string>>;
  /** CommonJS sources by bare module name, used instead of the real modules. */
  modules?: Readonly<Record<string, string>>;
  /** Lets the handler reach other machines. */
  allowNetwork?: boolean;
  /** How closely to watch what it leaves behind; `off` unless said otherwise. */
  watch?: Watch;
}

/** A job with the folder of its stand-ins, which `dispose` removes. */
export interface PreparedJob {
  job: ContainerJob;
  dispose: () => Promise<void>;
}

/** Collects what a container needs to know, and compiles what it would have to compile itself. */
export async function prepareJob(place: HandlerPlace): Promise<PreparedJob> {
  const file = realpathSync(place.file);
  const prepared: Record<string, PreparedModule> = {};
  for (const [name, text] of Object.entries({ [file]: readFileSync(file, 'utf8'), ...place.overlay })) {
    const real = existsSync(name) ? realpathSync(name) : path.resolve(name);
    prepared[real] = prepareModule(real, text.replace(/^\uFEFF/, ''));
  }
  const { runtime, exportName, watch = 'off', allowNetwork = false } = place;
  const job = { runtime, file, exportName, prepared, standIns: {}, watch, allowNetwork };
  const modules = Object.entries(place.modules ?? {});
  if (modules.length === 0) {
    return { job, dispose: () => Promise.resolve() };
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'leakfix-stand-ins-'));
  const standIns = await writeStandIns(folder, modules);
  return {
    job: { ...job, standIns },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function writeStandIns(
  folder: string,
  modules: readonly (readonly [string, string])[],
): Promise<Record<string, string>> {
  const standIns: Record<string, string> = {};
  for (const [index, [name, source]] of modules.entries()) {
    const file = path.join(folder, `${index}-${name.replace(/\W+/g, '-')}.cjs`);
    await writeFile(file, source);
    standIns[name] = file;
  }
  return standIns;
}
