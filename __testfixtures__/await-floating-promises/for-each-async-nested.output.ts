interface Project {
  readonly name: string;
  readonly environments: readonly string[];
}
declare function insert(project: string, environment: string): Promise<void>;

export async function insertAll(projects: readonly Project[]): Promise<void> {
  await Promise.all(projects.map(async ({ name, environments }) => {
    await Promise.all(environments.map(async (environment) => {
      await insert(name, environment);
    }));
  }));
}
