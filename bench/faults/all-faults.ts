import { CODE_FAULTS } from './code-faults.js';
import type { Fault } from './fault.js';
import { LINK_FAULTS } from './link-faults.js';
import { SKIP_FAULTS } from './skip-faults.js';
import { TEXT_FAULTS } from './text-faults.js';
import { WRITE_FAULTS } from './write-faults.js';

/** Rows 1 to 25, each with one run of a tool. The random kills of row 26 are in random-kills.ts. */
export const ALL_FAULTS: readonly Fault[] = [
  ...LINK_FAULTS,
  ...TEXT_FAULTS,
  ...CODE_FAULTS,
  ...SKIP_FAULTS,
  ...WRITE_FAULTS,
].sort((left, right) => left.row - right.row);
