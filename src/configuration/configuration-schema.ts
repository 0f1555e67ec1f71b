import { z } from 'zod';
import type { TransformOptions } from '../options.js';

/**
 * What a configuration file may say. It comes with the code, maybe from somebody else, so it is data only, and nothing
 * in it lowers a guard: `--unsafe`, `--no-verify`, `--allow-dirty` and the like are for the command line.
 */
export interface Configuration {
  readonly $schema?: string | undefined;
  readonly only?: string[] | undefined;
  readonly skip?: string[] | undefined;
  readonly promiseStyle?: TransformOptions['promiseStyle'] | undefined;
  readonly resourceStyle?: TransformOptions['resourceStyle'] | undefined;
  readonly allowApiChange?: boolean | undefined;
  readonly platform?: TransformOptions['platform'] | undefined;
  /** `file:export`, relative to the file's folder. */
  readonly handlers?: string[] | undefined;
  /** Globs, relative to the file's folder. */
  readonly ignore?: string[] | undefined;
}

type Shape = { readonly [Key in keyof Configuration]-?: z.ZodType<Configuration[Key]> };

/** How many entries a list may have: a file that comes with the code is not to cost unbounded time. */
const MAX_ENTRIES = 1_000;

/** @param transforms the names of all transforms. */
export function configurationSchema(transforms: readonly string[]): z.ZodObject<Shape, z.core.$strict> {
  const names = z.array(z.enum(transforms)).max(MAX_ENTRIES);
  const texts = z.array(z.string()).max(MAX_ENTRIES);
  const shape: Shape = {
    $schema: z.string().optional().describe('Where editors find this schema'),
    only: names.optional().describe('Run only these transforms'),
    skip: names.optional().describe('Leave these transforms out'),
    promiseStyle: z
      .enum(['promisify', 'native'])
      .optional()
      .describe("Write util.promisify constants, or the module's own promise API where it is equal"),
    resourceStyle: z
      .enum(['finally', 'using'])
      .optional()
      .describe('Release in finally, or with await using where type and runtime allow it'),
    allowApiChange: z.boolean().optional().describe('Let functions that a library exports become async'),
    platform: z
      .enum(['lambda', 'node'])
      .optional()
      .describe('node switches the Lambda view off: no function is a handler'),
    handlers: texts
      .optional()
      .describe('More functions that are Lambda handlers: file:export, relative to this file'),
    ignore: texts
      .optional()
      .describe('Globs of files to leave out, relative to this file; without a slash, names at any depth'),
  };
  return z.strictObject(shape).describe('leakfix.config.json, or the key "leakfix" of a package.json');
}
