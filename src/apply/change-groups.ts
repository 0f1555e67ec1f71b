/**
 * Splits files into the smallest groups that can be written apart from each other: two files are in one group when a
 * change set touches both, directly or through other files.
 *
 * @param files what is to be written.
 * @param changeSets the files of each change set. Files that are not to be written don't count.
 * @returns every file once, in the order given.
 */
export function groupFiles(
  files: readonly string[],
  changeSets: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const leaders = new Map(files.map((file) => [file, file]));
  for (const changeSet of changeSets) {
    const [first, ...others] = changeSet.filter((file) => leaders.has(file));
    if (first === undefined) continue;
    for (const other of others) leaders.set(findLeader(leaders, other), findLeader(leaders, first));
  }
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const leader = findLeader(leaders, file);
    const group = groups.get(leader);
    if (group) group.push(file);
    else groups.set(leader, [file]);
  }
  return [...groups.values()];
}

function findLeader(leaders: Map<string, string>, file: string): string {
  let leader = file;
  for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader)) {
    leader = next;
  }
  leaders.set(file, leader);
  return leader;
}
