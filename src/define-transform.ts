import type { TransformSpec } from './transform.js';

/** What jscodeshift's runner hands to a transform. */
export interface JscodeshiftFile {
  readonly path: string;
  readonly source: string;
}

/** A transform of leakfix, which is also one of jscodeshift: `jscodeshift -t …/await-timers/index.js src`. */
export interface Transform extends TransformSpec {
  /** @returns the rewritten text, or undefined when the file stays as it is. */
  (
    file: JscodeshiftFile,
    api?: unknown,
    options?: Readonly<Record<string, unknown>>,
  ): Promise<string | undefined>;
}

/**
 * Makes a transform from its description. Under jscodeshift it sees one file at a time: a change set that needs a
 * second file is not made there.
 */
export function defineTransform(spec: TransformSpec): Transform {
  const transform = async (
    file: JscodeshiftFile,
    _api?: unknown,
    options: Readonly<Record<string, unknown>> = {},
  ): Promise<string | undefined> => {
    const { rewriteOneFile } = await import('./rewrite-one-file.js');
    return rewriteOneFile(spec, file, { unsafe: options.unsafe === true });
  };
  return Object.defineProperties(transform, {
    ...Object.getOwnPropertyDescriptors(spec),
    name: { value: spec.name },
  }) as unknown as Transform;
}
