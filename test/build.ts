import { execFileSync } from 'node:child_process';

/** Builds once before the tests, because several of them run the built command. */
export default function build(): void {
  execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
}
