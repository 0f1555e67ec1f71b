import { resolve } from 'node:path';
import { DEFAULT_TRANSFORM_OPTIONS } from './options.js';
import { collectContext } from './project/collect-context.js';
import { collectFiles } from './project/collect-files.js';
import { openWorkspace } from './open-workspace.js';
import { runPipeline } from './pipeline.js';
import type { JscodeshiftFile } from './define-transform.js';
import type { TransformSpec } from './transform.js';

const BOM = '\uFEFF';

/**
 * Runs one transform on one text.
 *
 * @returns the rewritten text, or undefined when it stays as it is or can't be parsed.
 */
export async function rewriteOneFile(
  spec: TransformSpec,
  file: JscodeshiftFile,
  { unsafe }: { readonly unsafe: boolean },
): Promise<string | undefined> {
  const path = resolve(file.path);
  const bom = file.source.startsWith(BOM) ? BOM : '';
  const text = file.source.slice(bom.length);
  if (!spec.appliesTo(text)) return undefined;
  const collected = await collectFiles({ cwd: process.cwd(), patterns: [path] });
  const workspace = await openWorkspace({
    root: collected.root,
    texts: new Map([[path, text]]),
    context: await collectContext(collected, []),
    handlers: [],
    options: DEFAULT_TRANSFORM_OPTIONS,
  });
  const { endless } = runPipeline([spec], workspace, { unsafe, banned: new Map() });
  if (endless.length > 0) return undefined;
  const result = workspace.overlay.read(path);
  return result === text ? undefined : bom + result;
}
