import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/** What a statement does about a promise: it is waited for, a way leaves the function without that, or neither. */
type Outcome =
  { readonly kind: 'waits' } | { readonly kind: 'open' } | { readonly kind: 'leaves'; readonly at: t.Node };

const WAITS: Outcome = { kind: 'waits' };
const OPEN: Outcome = { kind: 'open' };

/**
 * Is a promise waited for on every way through the function from its declaration on? An exception on the way is not
 * looked at, as it is not for any other statement.
 *
 * @param declaration the statement that stores the promise
 * @param waits what waits for it, in the same function, and statements at which nobody has to
 * @returns the places where the function is left without one, or the declaration when its block just ends; none when
 * somebody always waits
 */
export function findWaysWithout(
  file: SyntaxFile,
  declaration: t.Statement,
  waits: readonly t.Node[],
): readonly t.Node[] {
  const list = statementsOf(file.parentOf(declaration));
  const following = list.slice(list.indexOf(declaration) + 1);
  const outcome = new AwaitSearch(file, waits).inOrder(following);
  if (outcome.kind === 'waits') return [];
  return [outcome.kind === 'leaves' ? outcome.at : declaration];
}

function statementsOf(block: t.Node | undefined): readonly t.Statement[] {
  if (t.isBlockStatement(block) || t.isProgram(block) || t.isStaticBlock(block)) return block.body;
  return t.isSwitchCase(block) ? block.consequent : [];
}

class AwaitSearch {
  constructor(
    private readonly file: SyntaxFile,
    private readonly waits: readonly t.Node[],
  ) {}

  inOrder(statements: readonly t.Statement[]): Outcome {
    for (const statement of statements) {
      const outcome = this.#of(statement);
      if (outcome.kind !== 'open') return outcome;
    }
    return OPEN;
  }

  #of(statement: t.Statement | null | undefined): Outcome {
    if (!statement) return OPEN;
    if (t.isReturnStatement(statement) || t.isThrowStatement(statement))
      return this.#waitsIn(statement) ? WAITS : { kind: 'leaves', at: statement };
    if (t.isBreakStatement(statement) || t.isContinueStatement(statement))
      return { kind: 'leaves', at: statement };
    if (t.isBlockStatement(statement)) return this.inOrder(statement.body);
    if (t.isLabeledStatement(statement)) return this.#of(statement.body);
    if (t.isIfStatement(statement)) return this.#ofIf(statement);
    if (t.isTryStatement(statement)) return this.#ofTry(statement);
    if (t.isSwitchStatement(statement)) return this.#ofSwitch(statement);
    if (t.isLoop(statement)) return this.#ofLoop(statement);
    if (t.isFunctionDeclaration(statement) || t.isClassDeclaration(statement)) return OPEN;
    return this.#waitsIn(statement) ? WAITS : OPEN;
  }

  #ofIf({ test, consequent, alternate }: t.IfStatement): Outcome {
    if (this.#waitsIn(test)) return WAITS;
    const branches = [this.#of(consequent), this.#of(alternate)];
    return this.#leaving(branches) ?? (branches.every(({ kind }) => kind === 'waits') ? WAITS : OPEN);
  }

  /** What stands in `finally` is done on every way out. */
  #ofTry({ block, handler, finalizer }: t.TryStatement): Outcome {
    if (this.#of(finalizer).kind === 'waits') return WAITS;
    const tried = this.#of(block);
    if (tried.kind !== 'open') return tried;
    return this.#leaving([this.#of(handler?.body), this.#of(finalizer)]) ?? OPEN;
  }

  #ofSwitch({ discriminant, cases }: t.SwitchStatement): Outcome {
    if (this.#waitsIn(discriminant)) return WAITS;
    const outcomes = cases.map((_, index) => {
      const following = cases.slice(index).flatMap(({ consequent }) => consequent);
      return staysInside(this.inOrder(following));
    });
    const isEveryWay = cases.some(({ test }) => !test) && outcomes.every(({ kind }) => kind === 'waits');
    return this.#leaving(outcomes) ?? (isEveryWay ? WAITS : OPEN);
  }

  /** The body may never run; `do` runs it once. */
  #ofLoop(loop: t.Loop): Outcome {
    if (t.isForXStatement(loop) && this.#waitsIn(loop.right)) return WAITS;
    const body = staysInside(this.#of(loop.body));
    return body.kind === 'waits' && !t.isDoWhileStatement(loop) ? OPEN : body;
  }

  #leaving(outcomes: readonly Outcome[]): Outcome | undefined {
    return outcomes.find(({ kind }) => kind === 'leaves');
  }

  /** Is one of the awaits evaluated whenever this node is? */
  #waitsIn(node: t.Node | null | undefined): boolean {
    return (
      node !== null && node !== undefined && this.waits.some((wait) => this.#isAlwaysEvaluated(wait, node))
    );
  }

  #isAlwaysEvaluated(wait: t.Node, within: t.Node): boolean {
    if (!this.file.contains(within, wait)) return false;
    let child = wait;
    for (const ancestor of this.file.ancestors(wait)) {
      if (child === within) return true;
      if (t.isLogicalExpression(ancestor) && ancestor.right === child) return false;
      if (t.isConditionalExpression(ancestor) && ancestor.test !== child) return false;
      child = ancestor;
    }
    return true;
  }
}

/** A `break` or `continue` ends there, at the loop or `switch` around it. */
function staysInside(outcome: Outcome): Outcome {
  const isJump =
    outcome.kind === 'leaves' && (t.isBreakStatement(outcome.at) || t.isContinueStatement(outcome.at));
  return isJump ? OPEN : outcome;
}
