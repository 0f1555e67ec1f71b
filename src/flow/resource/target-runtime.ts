import type { TransformContext } from '../../transform.js';

/** The first version of Node.js that parses `using`. */
const USING_SINCE = 24;

/**
 * The lowest major version of Node.js that a file runs on: by package.json's `engines`, and by the runtimes that
 * serverless.yml, SAM or CloudFormation name for the handlers of its package.
 *
 * @returns undefined where nothing says so.
 */
export function lowestNode(context: TransformContext, path: string): number | undefined {
  const { packages } = context;
  const ownPackage = packages.nearest(path);
  const range = ownPackage?.engines?.node;
  const runtimes = context
    .allHandlers()
    .filter(({ file }) => packages.nearest(file)?.directory === ownPackage?.directory)
    .flatMap((handler) => handler.runtimes);
  const versions = [range ?? [], runtimes].flat().flatMap((text) => /^[^\d<]*(\d+)/.exec(text)?.[1] ?? []);
  return versions.length === 0 ? undefined : Math.min(...versions.map(Number));
}

/** Does `using` reach a runtime that parses it? A tsconfig that names an older edition wants no newer syntax. */
export function parsesUsing(context: TransformContext, path: string): boolean {
  const node = lowestNode(context, path);
  const edition = context.types.languageEdition(path);
  const isOlder = edition.is === 'yes' && edition.value < Infinity;
  return node !== undefined && node >= USING_SINCE && !isOlder;
}
