interface Project {
  readonly name: string;
  readonly environments: readonly string[];
}
declare function insert(project: string, environment: string): Promise<void>;

export async function insertAll(projects: readonly Project[]): Promise<void> {
  projects.forEach(async ({ name, environments }) => {
    environments.forEach(async (environment) => {
      await insert(name, environment);
    });
  });
}
