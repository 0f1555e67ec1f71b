import type * as t from '@babel/types';
import type { Reason } from '../../transform.js';

/**
 * What a value is to the resource: the resource itself, something that lives only as long as it does (a channel, a
 * cursor), a function that uses it (`conn.query.bind(conn)`), or what one of its methods gave: a promise, or data.
 */
export type Role = 'self' | 'lent' | 'function' | 'result';

export type AnyCall = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

/** Everything that a function does with a resource it has a name for. */
export interface ResourceUses {
  /** Identifiers that stand for the resource or for something that depends on it. */
  readonly identifiers: readonly t.Identifier[];
  /** Calls that end the resource, those of callees that end it included. */
  readonly releases: readonly AnyCall[];
  /** Calls of the method that opens it. */
  readonly opens: readonly AnyCall[];
  /** Returned expressions whose value may be a promise of work with the resource. */
  readonly returned: ReadonlySet<t.Expression>;
  /** Calls whose promise, if they give one, nobody waits for. */
  readonly dropped: ReadonlySet<AnyCall>;
  /** The same, where the release waits for them: they are in the driver's queue. */
  readonly queued: ReadonlySet<AnyCall>;
  /** It is given to what closes it in the end: a `for` over a directory, a stream over a file descriptor, a field. */
  readonly endsByItself: boolean;
  /** What stands in the way of closing it in the function. */
  readonly problems: readonly Reason[];
  /** What it does until it is closed, although the function ends before: listening, subscriptions, piping. */
  readonly ongoing: readonly Reason[];
}
