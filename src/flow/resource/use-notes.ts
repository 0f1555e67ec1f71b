import * as t from '@babel/types';
import { firstLine } from '../../syntax/first-line.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason } from '../../transform.js';
import { closureRoleOf } from '../closure-role.js';
import type { AnyCall, ResourceUses } from './resource-uses.js';

/** What is found out about a resource while it is followed. */
export class UseNotes implements ResourceUses {
  readonly identifiers: t.Identifier[] = [];
  readonly releases: AnyCall[] = [];
  readonly opens: AnyCall[] = [];
  readonly returned = new Set<t.Expression>();
  readonly dropped = new Set<AnyCall>();
  readonly queued = new Set<AnyCall>();
  readonly problems: Reason[] = [];
  readonly ongoing: Reason[] = [];
  endsByItself = false;
  /** Calls of methods of a property, or of what another call gave: these may be of plain data. */
  readonly indirect = new Set<AnyCall>();

  constructor(
    private readonly file: SyntaxFile,
    private readonly fn: t.Function,
  ) {}

  problem(code: Reason['code'], place: t.Node, data: Reason['data'] = {}): void {
    this.problems.push({
      code,
      data: { what: firstLine(this.file.slice(place)), ...data },
      places: [this.file.rangeOf(place)],
    });
  }

  /** It does this until it is closed, however long ago the function has ended. */
  goesOn(place: t.Node): void {
    if (this.isInsideExecutor(place)) return;
    this.ongoing.push({
      code: 'goes-on',
      data: { what: firstLine(this.file.slice(place)) },
      places: [this.file.rangeOf(place)],
    });
  }

  isInsideExecutor(node: t.Node): boolean {
    for (const ancestor of this.file.ancestors(node)) {
      if (ancestor === this.fn) return false;
      if (isExecutor(this.file, ancestor)) return true;
    }
    return false;
  }
}

/** What it gives back is ignored; what it starts is over when its promise settles. */
export function isExecutor(file: SyntaxFile, node: t.Node): boolean {
  return t.isFunction(node) && closureRoleOf(file, node).kind === 'executor';
}
