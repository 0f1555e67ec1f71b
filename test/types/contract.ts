import { describeCallbacks } from './contract/callbacks.js';
import { describeDeclarations } from './contract/declarations.js';
import { describeDiagnostics } from './contract/diagnostics.js';
import { describeProjects } from './contract/projects.js';
import { describeThenables } from './contract/thenables.js';
import { describeUsage } from './contract/usage.js';
import { describe } from 'vitest';
import type { CreateEngine } from './workspace.js';

/** What every engine behind the TypeOracle must answer. */
export function describeTypeOracle(name: string, create: CreateEngine): void {
  describe(name, () => {
    describeThenables(create);
    describeCallbacks(create);
    describeDeclarations(create);
    describeUsage(create);
    describeDiagnostics(create);
    describeProjects(create);
  });
}
