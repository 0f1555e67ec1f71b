import leven from 'leven';

/** `did you mean '…'?`, or the list of what there is. */
export function suggest(typed: string, known: readonly string[]): string {
  const [nearest] = known
    .map((name) => ({ name, distance: leven(typed, name) }))
    .sort((a, b) => a.distance - b.distance);
  const isClose = nearest !== undefined && nearest.distance <= Math.max(2, typed.length / 3);
  return isClose ? `did you mean '${nearest.name}'?` : `there are: ${known.join(', ')}`;
}
